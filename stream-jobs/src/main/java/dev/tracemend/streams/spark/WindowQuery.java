package dev.tracemend.streams.spark;

import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.window.WindowRules;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.Trigger;

/** The streaming query: raw topics in, two stages, contexts and dead letters out. */
final class WindowQuery {
    private WindowQuery() {}

    /** Starts it, or goes on where the checkpoint says; {@code watermarks} are registered and hear of event times. */
    static StreamingQuery start(SparkSession spark, SparkArguments args, String checkpoint, Watermarks watermarks)
            throws TimeoutException {
        return windows(raw(spark, args), args.rules(), watermarks)
                .writeStream()
                .queryName("windows")
                .format("kafka")
                .option("kafka.bootstrap.servers", args.bootstrap())
                .option("kafka.linger.ms", "0")
                .option("checkpointLocation", checkpoint)
                .outputMode(OutputMode.Append())
                .trigger(Trigger.ProcessingTime(args.triggerMs()))
                .start();
    }

    private static Dataset<Row> raw(SparkSession spark, SparkArguments args) {
        return spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", args.bootstrap())
                .option("subscribePattern", Topics.ALL_RAW.pattern())
                .option("startingOffsets", "earliest")
                // Raw topics are kept for a day; a job that slept longer goes on with what is left.
                .option("failOnDataLoss", "false")
                .option("maxOffsetsPerTrigger", args.maxOffsets())
                .option("kafka.metadata.max.age.ms", "1000")
                // Else a consumer's long poll of an empty topic, 500 ms, delays the next batch's read.
                .option("kafka.fetch.max.wait.ms", "10")
                .load()
                .selectExpr(StageRows.RAW);
    }

    private static Dataset<Row> windows(Dataset<Row> raw, WindowRules rules, Watermarks watermarks) {
        return raw.mapPartitions(new RawChunks(), Encoders.row(RawChunks.CHUNK))
                .groupByKey((MapFunction<Row, String>) RawChunks::group, Encoders.STRING())
                .transformWithState(
                        new SourceOperator(rules, watermarks),
                        TimeMode.None(),
                        OutputMode.Append(),
                        Encoders.row(StageRows.TOLD))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .transformWithState(
                        new CauseOperator(rules), TimeMode.None(), OutputMode.Append(), Encoders.row(StageRows.OUT));
    }
}
