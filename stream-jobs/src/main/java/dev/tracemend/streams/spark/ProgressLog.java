package dev.tracemend.streams.spark;

import dev.tracemend.streams.ticks.DeletedLines;
import dev.tracemend.streams.ticks.PartitionOffsets;
import dev.tracemend.streams.ticks.ReadPositions;
import dev.tracemend.streams.ticks.StateSize;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.streaming.SourceProgress;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQueryListener;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once in a while how far the query is, a line that people and scripts can read; and at once that lines are lost. */
final class ProgressLog extends StreamingQueryListener {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final long APART = TimeUnit.SECONDS.toNanos(10);

    private final DeletedLines deletedLines;
    private final ReadPositions positions;
    private final Watermarks watermarks;
    private long last = System.nanoTime() - APART;
    private long records;
    private long deleted;

    ProgressLog(DeletedLines deletedLines, ReadPositions positions, Watermarks watermarks) {
        this.deletedLines = deletedLines;
        this.positions = positions;
        this.watermarks = watermarks;
    }

    @Override
    public void onQueryStarted(QueryStartedEvent event) {
        LOG.info("query {} started", event.id());
    }

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        StreamingQueryProgress progress = event.progress();
        records += progress.numInputRows();
        long before = deleted;
        for (SourceProgress source : progress.sources()) {
            deleted += deleted(source);
            positions.tell(PartitionOffsets.of(source.endOffset()).offsets(), watermarks.value(), size(progress));
        }
        long now = System.nanoTime();
        if (deleted > before || (progress.numInputRows() > 0 && now - last >= APART)) {
            last = now;
            LOG.info("{}", line(progress));
        }
    }

    /** Rows that a batch was to read and did not get, where its offsets have been deleted since. */
    private long deleted(SourceProgress source) {
        PartitionOffsets start = PartitionOffsets.of(source.startOffset());
        PartitionOffsets end = PartitionOffsets.of(source.endOffset());
        // Of a partition that is new to the query Spark does not tell the start.
        long missing = end.since(start.orZero(end)) - source.numInputRows();
        if (missing <= 0) {
            return 0;
        }
        long found = 0;
        for (Map.Entry<TopicPartition, Long> each : start.offsets().entrySet()) {
            long to = end.offsets().getOrDefault(each.getKey(), 0L);
            found += to > each.getValue() ? deletedLines.among(each.getKey(), each.getValue(), to) : 0;
        }
        return Math.min(missing, found);
    }

    private static StateSize size(StreamingQueryProgress progress) {
        long states = 0;
        long bytes = 0;
        for (StateOperatorProgress state : progress.stateOperators()) {
            states += state.numRowsTotal();
            bytes += state.memoryUsedBytes();
        }
        return new StateSize(states, bytes);
    }

    /** {@code progress: records=… rate=… lag=… states=… stateBytes=… batchMs=… deleted=…}. */
    private String line(StreamingQueryProgress progress) {
        StateSize size = size(progress);
        long lag = 0;
        for (SourceProgress source : progress.sources()) {
            PartitionOffsets read = PartitionOffsets.of(source.endOffset());
            lag += PartitionOffsets.of(source.latestOffset()).since(read);
        }
        return String.format(
                Locale.ROOT,
                "progress: records=%d rate=%.0f lag=%d states=%d stateBytes=%d batchMs=%d deleted=%d",
                records,
                progress.processedRowsPerSecond(),
                lag,
                size.states(),
                size.bytes(),
                progress.batchDuration(),
                deleted);
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {
        LOG.info("query {} ended", event.id());
    }
}
