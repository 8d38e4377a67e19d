/**
 * Measurements that a claim of the documents rests on, each one command: {@code bench/run NAME}. A command makes or takes
 * its input, runs ours and a named peer on it, and prints the figures with the load they were taken under. {@code jmh}
 * runs the micro-benchmarks.
 */
@NullMarked
package dev.tracemend.bench;

import org.jspecify.annotations.NullMarked;
