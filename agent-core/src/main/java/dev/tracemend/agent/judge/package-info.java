/**
 * Decides over every change, whatever its source: it must compile, the reproduction must fail before and pass after,
 * and nothing that passed may fail. Code of the checkout runs in a child JVM with limits, never in ours.
 */
@NullMarked
package dev.tracemend.agent.judge;

import org.jspecify.annotations.NullMarked;
