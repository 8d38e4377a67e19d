package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.Arrays;

/** A line prepared for comparison: its normal form and its pairs of neighbouring characters. */
final class LineLikeness {
    private static final int LONGEST = 400;

    private final String normal;
    private final int[] pairs;

    LineLikeness(String line) {
        normal = Norm.TOKENS.of(line);
        int length = Math.min(LONGEST, normal.length());
        pairs = new int[Math.max(0, length - 1)];
        for (int i = 1; i < length; i++) {
            pairs[i - 1] = normal.charAt(i - 1) << 16 | normal.charAt(i);
        }
        Arrays.sort(pairs);
    }

    boolean blank() {
        return normal.isEmpty();
    }

    /** What the line counts for. */
    int weight() {
        return normal.isEmpty() ? 0 : Math.min(LONGEST, normal.length()) + 1;
    }

    /** From 0 for nothing in common to 1 for equal. */
    double to(LineLikeness other) {
        if (normal.equals(other.normal)) {
            return 1;
        }
        int total = pairs.length + other.pairs.length;
        if (pairs.length == 0 || other.pairs.length == 0) {
            return 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
            if (pairs[i] == other.pairs[j]) {
                common++;
                i++;
                j++;
            } else if (pairs[i] < other.pairs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 2.0 * common / total;
    }
}
