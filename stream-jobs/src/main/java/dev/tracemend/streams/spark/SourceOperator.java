package dev.tracemend.streams.spark;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.RawReading;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.SourceStage;
import dev.tracemend.streams.window.SourceState;
import dev.tracemend.streams.window.SourceStep;
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

/** Runs the first stage for one topic and source: a batch's lines in, in their order, and what is told out. */
final class SourceOperator extends StatefulProcessor<String, Row, Row> {
    private static final long serialVersionUID = 1L;

    private final WindowRules rules;

    @SuppressWarnings("NullAway.Init") // Spark calls init before anything else
    private transient ValueState<byte[]> states;

    @SuppressWarnings("NullAway.Init")
    private transient SourceStage stage;

    SourceOperator(WindowRules rules) {
        this.rules = rules;
    }

    /** The group of a raw record; what cannot be read is spread over nothing and stays in the topic's own group. */
    static String group(Row row) {
        RawRecord raw = StageRows.raw(row);
        String source =
                raw.read() instanceof RawReading.ReadLine read ? read.line().source() : "";
        return raw.shortTopic() + '|' + source;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        stage = new SourceStage(rules);
        states = getHandle().getValueState("source", Encoders.BINARY(), TTLConfig.NONE());
    }

    @Override
    public Iterator<Row> handleInputRows(String key, Iterator<Row> rows, TimerValues time) {
        List<RawRecord> records = new ArrayList<>();
        rows.foreach(row -> records.add(StageRows.raw(row)));
        // A shuffle keeps no order.
        records.sort(Comparator.comparingInt(RawRecord::partition).thenComparingLong(RawRecord::offset));
        byte[] bytes = states.get();
        SourceState state = bytes == null ? SourceState.START : SourceState.of(bytes);
        List<Row> told = new ArrayList<>();
        for (RawRecord raw : records) {
            RawReading reading = raw.read();
            if (reading instanceof RawReading.ReadLine read) {
                state = line(state, raw, read.line(), told);
            } else if (reading instanceof RawReading.ReadFailure failure) {
                told.add(StageRows.letter(raw, Wire.write(failure.letter())));
            }
        }
        states.update(state.bytes());
        return StageRows.iterator(told);
    }

    private SourceState line(SourceState state, RawRecord raw, LogLine line, List<Row> told) {
        try {
            SourceStep step = stage.apply(state, raw.shortTopic(), line);
            int index = 0;
            for (CauseEvent event : step.events()) {
                told.add(StageRows.told(raw, index++, event));
            }
            return step.state();
        } catch (RuntimeException e) {
            DeadLetter letter = raw.deadLetter("the line could not be understood: " + e);
            told.add(StageRows.letter(raw, Wire.write(letter)));
            return state;
        }
    }
}
