/**
 * From lines to windows, as plain functions: state in, record in, state out, records out. No engine, no clock and no
 * thread is known here, so Kafka Streams, Spark and a unit test give the same contexts for the same lines.
 *
 * <p>{@link dev.tracemend.streams.window.RawRecord} reads a record of {@code logs.raw.*}. {@link
 * dev.tracemend.streams.window.PartitionStage} folds the lines of each source, in their order: it drops repeats, joins
 * traces, keeps the lines around, finds errors and says {@link dev.tracemend.streams.window.ErrorSeen}; when the source's
 * own time has passed an error by the quiet time it says {@link dev.tracemend.streams.window.SourceQuiet}. What an event
 * is, module {@code logs} says, by the grouping rules and by the messages that the partition has seen. {@link
 * dev.tracemend.streams.window.CauseStage} folds what all sources say of one fingerprint into windows, and closes a
 * window when every source in it is quiet or when it has lasted long enough. {@link
 * dev.tracemend.streams.window.Outgoing} is what an engine then has to send. {@link
 * dev.tracemend.streams.window.WindowPipeline} is both stages without an engine: what files are read with.
 *
 * <p>Time is event time only: it moves when a line or a tick arrives. A source that dies without a tick leaves its window
 * open until an error of the same cause arrives, from any source, after the longest time of a window.
 */
@NullMarked
package dev.tracemend.streams.window;

import org.jspecify.annotations.NullMarked;
