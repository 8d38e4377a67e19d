package dev.tracemend.bench.detect;

import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.JoinedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was found in one log against its labels; a fold over its events. */
final class DetectionScore {
    private final LineLabels labels;
    private final Map<String, Set<String>> contextsOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> causesOf = new HashMap<>();
    private final Set<String> causes = new TreeSet<>();
    private final Map<String, Map<String, Integer>> votes = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final List<String> needless = new ArrayList<>();
    private long lines;
    private long labelled;
    private long covered;
    private long flagged;
    private long right;

    DetectionScore(LineLabels labels) {
        this.labels = labels;
    }

    void take(JoinedEvent event, EventReading reading) {
        Map<String, Integer> found = new TreeMap<>();
        int own = 0;
        for (long number : event.lines()) {
            String label = labels.of(number);
            if (!label.isEmpty()) {
                found.merge(label, 1, Integer::sum);
                causes.add(label);
                own++;
            }
        }
        lines += event.lines().length;
        labelled += own;
        if (!reading.isError()) {
            if (own > 0) {
                misses.add(place(event, reading) + "  [" + String.join(",", found.keySet()) + "]");
            }
            return;
        }
        flagged++;
        if (own == 0) {
            needless.add(place(event, reading));
            return;
        }
        right++;
        covered += own;
        String cause = found.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
        votes.computeIfAbsent(cause, k -> new TreeMap<>()).merge(reading.fingerprint(), 1, Integer::sum);
        contextsOf.computeIfAbsent(cause, k -> new TreeSet<>()).add(reading.fingerprint());
        causesOf.computeIfAbsent(reading.fingerprint(), k -> new TreeSet<>()).add(cause);
    }

    private static String place(JoinedEvent event, EventReading reading) {
        String first = event.text().lines().findFirst().orElse("");
        return event.lines()[0] + ": " + (first.length() > 200 ? first.substring(0, 200) + "…" : first) + "  {"
                + reading.verdict().explain()
                + (event.lines().length > 1 ? "; lines " + Arrays.toString(event.lines()) : "")
                + "}";
    }

    /** Labelled lines that are in no error, with what was read in them. */
    List<String> misses() {
        return misses;
    }

    /** Errors without a labelled line. */
    List<String> needless() {
        return needless;
    }

    /** Causes that came as several contexts, and contexts of several causes. */
    List<String> ungrouped() {
        List<String> rows = new ArrayList<>();
        contextsOf.forEach((cause, contexts) -> {
            if (contexts.size() > 1) {
                rows.add(cause + " came as " + votes.get(cause));
            }
        });
        causesOf.forEach((context, of) -> {
            if (of.size() > 1) {
                rows.add(context + " holds " + of);
            }
        });
        return rows;
    }

    DetectionFigures figures() {
        long contexts = contextsOf.values().stream().mapToLong(Set::size).sum();
        long mixed = causesOf.values().stream().filter(of -> of.size() > 1).count();
        return new DetectionFigures(
                lines, labelled, covered, flagged, right, causes.size(), contextsOf.size(), contexts, mixed);
    }
}
