package dev.tracemend.agent.edit;

import java.util.HashMap;
import java.util.Map;

/** How alike two short texts are, by their pairs of neighbouring characters: 0 for nothing in common, 1 for equal. */
final class Similarity {
    private static final int LONGEST = 400;

    private Similarity() {}

    static double of(String one, String other) {
        String a = cut(one.strip());
        String b = cut(other.strip());
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() < 2 || b.length() < 2) {
            return 0;
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 1; i < a.length(); i++) {
            pairs.merge(a.charAt(i - 1) << 16 | a.charAt(i), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 1; i < b.length(); i++) {
            int pair = b.charAt(i - 1) << 16 | b.charAt(i);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                common++;
            }
        }
        return 2.0 * common / (a.length() + b.length() - 2);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
