package dev.tracemend.streams.spark;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.PartitionOutput;
import dev.tracemend.streams.window.PartitionStage;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
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

/** Runs the first stage for one raw partition: a batch's chunks in, in their order, and what is told out. */
final class SourceOperator extends StatefulProcessor<String, Row, Row> {
    private static final long serialVersionUID = 2L;

    private final WindowRules rules;
    private final Watermarks watermarks;

    @SuppressWarnings("NullAway.Init") // Spark calls init before anything else
    private transient MapState<String, byte[]> state;

    SourceOperator(WindowRules rules, Watermarks watermarks) {
        this.rules = rules;
        this.watermarks = watermarks;
    }

    @Override
    public void init(OutputMode mode, TimeMode time) {
        state = getHandle().getMapState("sources", Encoders.STRING(), Encoders.BINARY(), TTLConfig.NONE());
    }

    @Override
    public Iterator<Row> handleInputRows(String key, Iterator<Row> rows, TimerValues time) {
        List<Row> chunks = StageRows.list(rows);
        // A shuffle keeps no order.
        chunks.sort(Comparator.comparingLong(chunk -> chunk.getLong(2)));
        String topic = Topics.shortName(chunks.get(0).getString(0));
        StageTally tally = new StageTally();
        PartitionStage stage = new PartitionStage(rules, topic, new StateParts(state), tally);
        List<Row> told = new ArrayList<>();
        for (Row chunk : chunks) {
            RawChunks.records(chunk).forEach(raw -> take(stage, raw, told));
        }
        stage.save();
        watermarks.add(tally.watermarks());
        return StageRows.iterator(told);
    }

    private static void take(PartitionStage stage, RawRecord raw, List<Row> told) {
        Output out = new Output(raw, told);
        try {
            stage.take(raw, out);
        } catch (RuntimeException e) {
            out.letter(PartitionStage.letter(raw, e));
        }
    }

    /** What one record makes the stage tell, with its place. */
    private static final class Output implements PartitionOutput {
        private final RawRecord raw;
        private final List<Row> told;
        private int index;

        Output(RawRecord raw, List<Row> told) {
            this.raw = raw;
            this.told = told;
        }

        @Override
        public void event(CauseEvent event) {
            told.add(StageRows.told(raw, index++, event));
        }

        @Override
        public void letter(DeadLetter letter) {
            told.add(StageRows.letter(raw, Wire.write(letter)));
        }
    }
}
