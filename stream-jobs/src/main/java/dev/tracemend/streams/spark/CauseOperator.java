package dev.tracemend.streams.spark;

import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.CauseStage;
import dev.tracemend.streams.window.CauseState;
import dev.tracemend.streams.window.CauseStep;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.WindowRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessor;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import org.apache.spark.sql.streaming.ValueState;
import scala.collection.Iterator;

/** Runs the second stage for one topic and fingerprint; dead letters come under the empty key and only pass. */
final class CauseOperator extends StatefulProcessor<String, Row, Row> {
    private static final long serialVersionUID = 1L;

    private final WindowRules rules;

    @SuppressWarnings("NullAway.Init") // Spark calls init before anything else
    private transient ValueState<byte[]> states;

    @SuppressWarnings("NullAway.Init")
    private transient CauseStage stage;

    CauseOperator(WindowRules rules) {
        this.rules = rules;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        stage = new CauseStage(rules);
        states = getHandle().getValueState("cause", Encoders.BINARY(), TTLConfig.NONE());
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
        byte[] bytes = states.get();
        CauseState state = bytes == null ? CauseState.START : CauseState.of(bytes);
        for (Row row : told) {
            CauseStep step = stage.apply(state, CauseEvent.of(StageRows.event(row)));
            state = step.state();
            step.contexts().forEach(context -> out.add(StageRows.out(Outgoing.of(context))));
        }
        states.update(state.bytes());
        return StageRows.iterator(out);
    }
}
