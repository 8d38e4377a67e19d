package dev.tracemend.agent.edit;

import java.util.List;

/** The place of a file that looks most like lines that were not found, printed with line numbers. */
final class NearestRegion {
    private static final double LEAST = 0.4;
    private static final int AROUND = 3;
    private static final int MOST_LINES = 40;
    private static final long MOST_COMPARISONS = 200_000;
    private static final int LIMIT = 1_600;

    private NearestRegion() {}

    /** The region as text; empty where nothing is alike. */
    static String of(List<String> search, List<String> file) {
        List<String> wanted = search.stream()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES)
                .toList();
        if (wanted.isEmpty() || (long) wanted.size() * file.size() > MOST_COMPARISONS) {
            return "";
        }
        int best = -1;
        double bestScore = LEAST;
        for (int start = 0; start < file.size(); start++) {
            double score = score(wanted, file, start);
            if (score > bestScore) {
                bestScore = score;
                best = start;
            }
        }
        return best < 0 ? "" : print(file, best - AROUND, best + wanted.size() + AROUND);
    }

    private static double score(List<String> wanted, List<String> file, int start) {
        double sum = 0;
        for (int i = 0; i < wanted.size() && start + i < file.size(); i++) {
            sum += Similarity.of(wanted.get(i), file.get(start + i));
        }
        return sum / wanted.size();
    }

    private static String print(List<String> file, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, from); i < Math.min(file.size(), to) && text.length() < LIMIT; i++) {
            text.append(i + 1).append("| ").append(file.get(i)).append('\n');
        }
        return text.toString();
    }
}
