/**
 * From lines to events: a line and its stack trace become one record, secrets are masked, event time is read, and a
 * quiet source sends a finite number of ticks.
 */
@NullMarked
package dev.tracemend.tailer.event;

import org.jspecify.annotations.NullMarked;
