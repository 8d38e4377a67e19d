package dev.tracemend.agent.repair;

import java.util.HashMap;
import java.util.Map;

/**
 * How suspicious lines are, 0 to 1: of a failing test's coverage (Ochiai) or of a trace's frames.
 *
 * @param lines by path relative to the root, then by 1-based line on which a statement begins
 */
public record Suspicion(Map<String, Map<Integer, Double>> lines) {
    /** Nothing is suspected. */
    public static final Suspicion NONE = new Suspicion(Map.of());

    /** Copies the maps. */
    public Suspicion {
        Map<String, Map<Integer, Double>> copy = new HashMap<>();
        lines.forEach((path, scores) -> copy.put(path, Map.copyOf(scores)));
        lines = Map.copyOf(copy);
    }

    /** The score of a line; 0 where none is known. */
    public double of(String path, int line) {
        return lines.getOrDefault(path, Map.of()).getOrDefault(line, 0.0);
    }

    /** The same for one class only, given by its full name; for all where that is empty. */
    public Suspicion within(String className) {
        String file = "/" + className.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        Map<String, Map<Integer, Double>> kept = new HashMap<>(lines);
        kept.keySet().removeIf(path -> !className.isEmpty() && !("/" + path).endsWith(file));
        return new Suspicion(kept);
    }

    /** The same after lines were added (or, below zero, removed) behind a line of a file. */
    public Suspicion shifted(String path, int behind, int by) {
        Map<String, Map<Integer, Double>> moved = new HashMap<>(lines);
        Map<Integer, Double> scores = new HashMap<>();
        lines.getOrDefault(path, Map.of()).forEach((line, score) -> {
            scores.merge(line > behind ? line + by : line, score, Math::max);
            for (int fresh = 1; line == behind && fresh <= by; fresh++) {
                scores.merge(line + fresh, score, Math::max);
            }
        });
        moved.put(path, scores);
        return new Suspicion(moved);
    }
}
