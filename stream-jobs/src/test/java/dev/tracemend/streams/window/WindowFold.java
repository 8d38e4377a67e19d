package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both stages in memory, without an engine: what every engine must give. State goes through bytes at each batch's end. */
public final class WindowFold {
    private final SourceStage sourceStage;
    private final CauseStage causeStage;
    private final Map<String, byte[]> sources = new HashMap<>();
    private final Map<String, byte[]> causes = new HashMap<>();

    public WindowFold(WindowRules rules) {
        sourceStage = new SourceStage(rules);
        causeStage = new CauseStage(rules);
    }

    /** The contexts of all records, a batch a record. */
    public static List<ErrorContext> contexts(List<RawRecord> records) {
        WindowFold fold = new WindowFold(WindowRules.DEFAULT);
        List<ErrorContext> contexts = new ArrayList<>();
        records.forEach(record -> contexts.addAll(fold.batch(List.of(record))));
        return contexts;
    }

    /** A batch as Spark runs it: first all sources, one after another, then all causes in the order of the input. */
    public List<ErrorContext> batch(List<RawRecord> records) {
        Map<String, List<RawRecord>> bySource = new LinkedHashMap<>();
        for (RawRecord record : records) {
            if (record.read() instanceof RawReading.ReadLine read) {
                bySource.computeIfAbsent(read.line().source(), s -> new ArrayList<>())
                        .add(record);
            }
        }
        Map<String, Map<List<Long>, CauseEvent>> byCause = new LinkedHashMap<>();
        bySource.forEach((source, lines) -> fold(source, lines, byCause));
        List<ErrorContext> contexts = new ArrayList<>();
        byCause.forEach((key, events) -> contexts.addAll(fold(key, events)));
        return contexts;
    }

    private void fold(String source, List<RawRecord> records, Map<String, Map<List<Long>, CauseEvent>> byCause) {
        SourceState state = sources.containsKey(source) ? SourceState.of(sources.get(source)) : SourceState.START;
        for (RawRecord record : records) {
            LogLine line = ((RawReading.ReadLine) record.read()).line();
            SourceStep step = sourceStage.apply(state, record.shortTopic(), line);
            state = step.state();
            long index = 0;
            for (CauseEvent event : step.events()) {
                byCause.computeIfAbsent(event.key(), k -> new LinkedHashMap<>())
                        .put(List.of(record.offset(), index++), CauseEvent.of(event.bytes()));
            }
        }
        sources.put(source, state.bytes());
    }

    private List<ErrorContext> fold(String key, Map<List<Long>, CauseEvent> events) {
        CauseState state = causes.containsKey(key) ? CauseState.of(causes.get(key)) : CauseState.START;
        List<ErrorContext> contexts = new ArrayList<>();
        List<Map.Entry<List<Long>, CauseEvent>> ordered = new ArrayList<>(events.entrySet());
        ordered.sort((a, b) -> {
            int byOffset = Long.compare(a.getKey().get(0), b.getKey().get(0));
            return byOffset != 0
                    ? byOffset
                    : Long.compare(a.getKey().get(1), b.getKey().get(1));
        });
        for (Map.Entry<List<Long>, CauseEvent> event : ordered) {
            CauseStep step = causeStage.apply(state, event.getValue());
            state = step.state();
            contexts.addAll(step.contexts());
        }
        causes.put(key, state.bytes());
        return contexts;
    }
}
