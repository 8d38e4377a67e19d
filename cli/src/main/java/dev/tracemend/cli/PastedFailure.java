package dev.tracemend.cli;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.EventTitle;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.LineFacts;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One cause found in a log: the first event that shows it, and what was logged before. */
record PastedFailure(String fingerprint, String title, StackTrace trace, List<String> log) {
    private static final int LINES_BEFORE = 200;

    /** The causes with a stack trace, the most frequent first. */
    static List<PastedFailure> in(String text) {
        Map<String, PastedFailure> found = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        Deque<String> before = new ArrayDeque<>();
        EventJoiner joiner = new EventJoiner();
        for (String line : text.lines().toList()) {
            joiner.add(line).ifPresent(event -> take(event, before, found, counts));
        }
        joiner.flush().ifPresent(event -> take(event, before, found, counts));
        List<PastedFailure> all = new ArrayList<>(found.values());
        all.sort((one, other) -> Integer.compare(
                counts.getOrDefault(other.fingerprint(), 0), counts.getOrDefault(one.fingerprint(), 0)));
        return all;
    }

    private static void take(
            String event, Deque<String> before, Map<String, PastedFailure> found, Map<String, Integer> counts) {
        event.lines().forEach(line -> {
            before.addLast(line);
            if (before.size() > LINES_BEFORE) {
                before.removeFirst();
            }
        });
        StackTrace trace = TraceParser.parse(event);
        if (!trace.isEmpty()) {
            LineFacts facts = LineParser.parse(event);
            String fingerprint = Fingerprint.of(trace, facts);
            counts.merge(fingerprint, 1, Integer::sum);
            found.computeIfAbsent(
                    fingerprint,
                    key -> new PastedFailure(key, EventTitle.of(trace, facts), trace, List.copyOf(before)));
        }
    }

    FixTask task() {
        return new FixTask(fingerprint, title, trace, log);
    }
}
