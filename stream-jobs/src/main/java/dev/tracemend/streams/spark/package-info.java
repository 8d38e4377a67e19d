/**
 * The windows on Spark Structured Streaming: the engine of clusters and of the compose stack. {@link
 * dev.tracemend.streams.spark.SparkWindowJob} is the door, on a laptop as a plain process, on a cluster through {@code
 * spark-submit}. {@link dev.tracemend.streams.spark.WindowQuery} reads {@code logs.raw.*} in small batches and runs the
 * two pure stages as two stateful operators, {@link dev.tracemend.streams.spark.SourceOperator} and {@link
 * dev.tracemend.streams.spark.CauseOperator}; {@link dev.tracemend.streams.spark.StageRows} says what travels between
 * them. No watermark and no timer is used: batches run only when there are records. The Kafka sink may send a batch again
 * after a crash; the ids of contexts are the same then, and consumers know them.
 */
@NullMarked
package dev.tracemend.streams.spark;

import org.jspecify.annotations.NullMarked;
