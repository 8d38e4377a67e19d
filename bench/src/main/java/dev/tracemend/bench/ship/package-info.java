/**
 * {@code bench/run ship}: one log file through our tailer and through the shippers people use, into the same broker, one
 * after the other; what each took and whether every line arrived. {@link dev.tracemend.bench.ship.MixedLog} writes the
 * file, {@link dev.tracemend.bench.ship.Shipper} says how each is run, {@link dev.tracemend.bench.ship.ShippedRun} runs
 * and measures it, {@link dev.tracemend.bench.ship.ShippedLines} reads the topic back, and {@link
 * dev.tracemend.bench.ship.LineLatency} times single lines.
 */
@NullMarked
package dev.tracemend.bench.ship;

import org.jspecify.annotations.NullMarked;
