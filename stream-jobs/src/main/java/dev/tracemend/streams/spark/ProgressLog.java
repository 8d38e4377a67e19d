package dev.tracemend.streams.spark;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in a while how far the query is: a line that people and scripts can read. */
final class ProgressLog extends StreamingQueryListener {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final long APART = TimeUnit.SECONDS.toNanos(10);

    private long last = System.nanoTime() - APART;
    private long records;

    @Override
    public void onQueryStarted(QueryStartedEvent event) {
        LOG.info("query {} started", event.id());
    }

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        StreamingQueryProgress progress = event.progress();
        records += progress.numInputRows();
        long now = System.nanoTime();
        if (progress.numInputRows() > 0 && now - last >= APART) {
            last = now;
            LOG.info("{}", line(progress, records));
        }
    }

    /** {@code progress: records=… rate=… lag=… states=… stateBytes=… batchMs=…}. */
    static String line(StreamingQueryProgress progress, long records) {
        long states = 0;
        long bytes = 0;
        for (StateOperatorProgress state : progress.stateOperators()) {
            states += state.numRowsTotal();
            bytes += state.memoryUsedBytes();
        }
        double lag = 0;
        for (SourceProgress source : progress.sources()) {
            Map<String, String> metrics = source.metrics();
            String waiting = metrics.getOrDefault("avgOffsetsBehindLatest", "0");
            lag += Double.parseDouble(waiting) * Math.max(1, partitions(source));
        }
        return String.format(
                Locale.ROOT,
                "progress: records=%d rate=%.0f lag=%.0f states=%d stateBytes=%d batchMs=%d",
                records,
                progress.processedRowsPerSecond(),
                lag,
                states,
                bytes,
                progress.batchDuration());
    }

    /** The offsets are JSON, a number for each partition. */
    private static long partitions(SourceProgress source) {
        String offsets = source.endOffset() == null ? "" : source.endOffset();
        return offsets.chars().filter(c -> c == ':').count()
                - offsets.chars().filter(c -> c == '{').count()
                + 1;
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {
        LOG.info("query {} ended", event.id());
    }
}
