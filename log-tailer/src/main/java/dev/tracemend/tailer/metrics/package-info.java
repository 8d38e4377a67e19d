/**
 * What the tailer counts and shows: the counters that {@code source}, {@code event} and {@code publish} raise, one
 * consistent look at them for people and programs, and the port and the file that show them. The counters depend on nothing of the tailer.
 */
@NullMarked
package dev.tracemend.tailer.metrics;

import org.jspecify.annotations.NullMarked;
