package dev.tracemend.streams.spark;

import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.ticks.DeletedLines;
import dev.tracemend.streams.ticks.IdleTicker;
import dev.tracemend.streams.ticks.ReadPositions;
import dev.tracemend.streams.window.StateForm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows as a Spark job: a plain process in local mode, or sent by {@code spark-submit}, which names the master. Logs
 * {@code spark windows running} once the query has started and {@code spark windows warm} after its first batch, which
 * takes seconds where later ones take tenths. It runs until it is terminated; what is under way then is
 * done again after the next start, with the same result.
 */
public final class SparkWindowJob {
    /** Where a checkpoint holds the query. */
    static final String QUERY = "query-" + StateForm.VERSION;

    /** Before Spark's own hook, at 40, ends the session under the query. */
    private static final int BEFORE_SPARK = 100;

    private static final long LOOK_MS = 100;
    /** System property: the process id of a stack whose end is this job's end, too. */
    private static final String STARTER = "tracemend.starter";

    private SparkWindowJob() {}

    /** Arguments: those of {@link SparkArguments}. */
    public static void main(String[] args) throws TimeoutException, StreamingQueryException {
        if (SparkSettings.local()) {
            quietLog();
        }
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> report(failure));
        endWithStarter();
        SparkArguments arguments = SparkArguments.of(args);
        if (!SparkSettings.local()) {
            run(SparkSettings.clusterSession(), arguments, arguments.checkpoint() + '/' + QUERY);
            return;
        }
        try (CheckpointFolder folder = CheckpointFolder.take(Path.of(arguments.checkpoint()))) {
            run(SparkSettings.localSession(folder), arguments, folder.query().toString());
        }
    }

    private static void run(SparkSession spark, SparkArguments arguments, String checkpoint)
            throws TimeoutException, StreamingQueryException {
        Map<String, Object> connection = Map.of("bootstrap.servers", arguments.bootstrap());
        try (DeletedLines deleted = new DeletedLines(connection);
                ReadPositions positions =
                        new ReadPositions(connection, Topics.group("tracemend-windows-spark"), "spark");
                IdleTicker ticker = IdleTicker.start(connection, Duration.ofMillis(arguments.idleMs()))) {
            Watermarks watermarks = Watermarks.of(spark);
            spark.streams().addListener(new ProgressLog(deleted, positions, watermarks));
            StreamingQuery query = WindowQuery.start(spark, arguments, checkpoint, watermarks);
            ShutdownHookManager.get().addShutdownHook(() -> stop(query), BEFORE_SPARK);
            LoggerFactory.getLogger(SparkWindowJob.class).info("spark windows running");
            boolean ended = false;
            while (!ended && !hasReadARecord(query)) {
                ended = query.awaitTermination(LOOK_MS);
            }
            LoggerFactory.getLogger(SparkWindowJob.class).info("spark windows warm");
            query.awaitTermination();
        } finally {
            spark.stop();
        }
    }

    /**
     * A stack that was killed cannot stop its job, which would go on for ever and hold its checkpoint. Its broker went with
     * it, and a query cannot be stopped without one: the job ends as if it had been killed, too, which it survives.
     */
    private static void endWithStarter() {
        Long starter = Long.getLong(STARTER);
        if (starter != null) {
            Runnable end = () -> Runtime.getRuntime().halt(1);
            ProcessHandle.of(starter)
                    .ifPresentOrElse(process -> process.onExit().thenRun(end), end);
        }
    }

    private static boolean hasReadARecord(StreamingQuery query) {
        StreamingQueryProgress progress = query.lastProgress();
        return progress != null && progress.numInputRows() > 0;
    }

    private static void stop(StreamingQuery query) {
        try {
            query.stop();
        } catch (TimeoutException e) {
            LoggerFactory.getLogger(SparkWindowJob.class).warn("spark windows did not stop in time", e);
        }
    }

    /** What the caller can mend is told in one line; the process ends with 1 either way. */
    private static void report(Throwable failure) {
        Logger log = LoggerFactory.getLogger(SparkWindowJob.class);
        if (failure instanceof IllegalArgumentException || failure instanceof IllegalStateException) {
            log.error("spark windows did not start: {}", failure.getMessage());
        } else {
            log.error("spark windows ended", failure);
        }
    }

    /** Spark says much at every start and alarms at every stop; a file named by {@code -D} is left to speak. */
    private static void quietLog() {
        String property = "log4j2.configurationFile";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "classpath:dev/tracemend/streams/spark/log4j2.properties");
        }
    }
}
