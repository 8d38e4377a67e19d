package dev.tracemend.streams.spark;

import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.BucketStage;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.MapState;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import scala.collection.Iterator;

/** Runs the second stage for one bucket of causes; dead letters come under the empty key and only pass. */
final class CauseOperator extends StatefulProcessor<String, Row, Row> {
    private static final long serialVersionUID = 2L;

    private final WindowRules rules;

    @SuppressWarnings("NullAway.Init") // Spark calls init before anything else
    private transient MapState<String, byte[]> state;

    CauseOperator(WindowRules rules) {
        this.rules = rules;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        state = getHandle().getMapState("causes", Encoders.STRING(), Encoders.BINARY(), TTLConfig.NONE());
    }

    @Override
    public Iterator<Row> handleInputRows(String key, Iterator<Row> rows, TimerValues time) {
        List<Row> told = StageRows.list(rows);
        // A shuffle keeps no order: the place of the line, then the place among what that line told.
        told.sort(Comparator.comparingInt((Row row) -> row.getInt(1))
                .thenComparingLong(row -> row.getLong(2))
                .thenComparingInt(row -> row.getInt(3)));
        List<Row> out = new ArrayList<>();
        if (key.isEmpty()) {
            told.forEach(row -> out.add(StageRows.out(Outgoing.of(Wire.deadLetter(StageRows.event(row))))));
            return StageRows.iterator(out);
        }
        BucketStage bucket = new BucketStage(rules, new StateParts(state), new StageTally());
        for (Row row : told) {
            take(bucket, row, out);
        }
        bucket.save();
        return StageRows.iterator(out);
    }

    private static void take(BucketStage bucket, Row row, List<Row> out) {
        try {
            bucket.take(CauseEvent.of(StageRows.event(row)), context -> out.add(StageRows.out(Outgoing.of(context))));
        } catch (RuntimeException e) {
            byte[] key = row.getString(0).getBytes(StandardCharsets.UTF_8);
            RawRecord record = new RawRecord("causes", row.getInt(1), row.getLong(2), key, StageRows.event(row), 0);
            out.add(StageRows.out(
                    Outgoing.of(record.deadLetter("what a source said of a cause could not be worked on: " + e))));
        }
    }
}
