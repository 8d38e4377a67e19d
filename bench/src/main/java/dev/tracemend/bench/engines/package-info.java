/**
 * The two engines of the windows, measured: {@link dev.tracemend.bench.engines.EnginesCommand} for speed, latency and
 * memory beside a plain consumer, {@link dev.tracemend.bench.engines.EqualityCommand} for equal contexts through ten
 * kills, {@link dev.tracemend.bench.engines.WindowStateCommand} for memory that does not grow. Engines run in processes
 * of their own; {@link dev.tracemend.bench.engines.MixedLines} writes what they read.
 */
@NullMarked
package dev.tracemend.bench.engines;

import org.jspecify.annotations.NullMarked;
