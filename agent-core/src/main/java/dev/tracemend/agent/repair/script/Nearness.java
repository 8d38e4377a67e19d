package dev.tracemend.agent.repair.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that one may have been mistyped for. */
final class Nearness {
    private Nearness() {}

    /** Those that differ by little, the nearest first. */
    static List<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(each -> !each.equals(name) && far(name, each) <= allowed(name, each))
                .distinct()
                .sorted(Comparator.comparingInt((String each) -> far(name, each))
                        .thenComparing(each -> each))
                .limit(5)
                .toList();
    }

    private static int allowed(String name, String other) {
        return Math.min(3, Math.max(1, Math.max(name.length(), other.length()) / 3));
    }

    /** Edits between two names; a word more or less, case and underscores count little. */
    static int far(String a, String b) {
        String x = plain(a);
        String y = plain(b);
        if (x.equals(y)) {
            return 0;
        }
        boolean part = Math.min(x.length(), y.length()) >= 4
                && (x.startsWith(y) || y.startsWith(x) || x.endsWith(y) || y.endsWith(x));
        return part ? 1 : distance(x, y);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3 || a.length() > 80) {
            return 99;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                d[i][j] = swapped ? Math.min(d[i][j], d[i - 2][j - 2] + 1) : d[i][j];
            }
        }
        return d[a.length()][b.length()];
    }
}
