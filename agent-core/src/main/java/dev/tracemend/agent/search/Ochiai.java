package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.CoveredTest;
import dev.tracemend.agent.repair.Suspicion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Suspects the statements that failing tests reach and passing ones do not. */
final class Ochiai {
    private Ochiai() {}

    /** {@code failed(s) / sqrt(failed * (failed(s) + passed(s)))} for each statement that a failing test reaches. */
    static Suspicion of(List<CoveredTest> tests) {
        Map<String, Map<Integer, int[]>> counts = new HashMap<>();
        int failed = 0;
        for (CoveredTest test : tests) {
            failed += test.passed() ? 0 : 1;
            test.lines()
                    .forEach((path, lines) -> lines.forEach(line -> counts.computeIfAbsent(path, key -> new HashMap<>())
                            .computeIfAbsent(line, key -> new int[2])[test.passed() ? 1 : 0]++));
        }
        Map<String, Map<Integer, Double>> scores = new HashMap<>();
        for (Map.Entry<String, Map<Integer, int[]>> file : counts.entrySet()) {
            for (Map.Entry<Integer, int[]> line : file.getValue().entrySet()) {
                int inFailed = line.getValue()[0];
                int inPassed = line.getValue()[1];
                if (inFailed > 0) {
                    double score = inFailed / Math.sqrt((double) failed * (inFailed + inPassed));
                    scores.computeIfAbsent(file.getKey(), key -> new HashMap<>())
                            .put(line.getKey(), score);
                }
            }
        }
        return new Suspicion(scores);
    }
}
