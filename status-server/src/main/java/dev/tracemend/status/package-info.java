/**
 * The board of incidents and the page that shows it. {@link dev.tracemend.status.StatusServer} starts three parts side
 * by side: {@code board} folds contexts and results into incidents, {@code probe} asks the broker how the pipeline
 * flows, and {@code http} serves both to people and scripts. HTTP answers at once; the board says "restoring" until it
 * has caught up. Nothing here writes to a topic of the pipeline.
 */
@NullMarked
package dev.tracemend.status;

import org.jspecify.annotations.NullMarked;
