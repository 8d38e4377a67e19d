package dev.tracemend.streams.contexts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The latest lines of a source with their numbers, enough to look around an error that is told late. */
final class RecentLines {
    private static final int KEPT = 256;
    private static final int LONGEST = 4_000;

    private final int before;
    private final String[] lines = new String[KEPT];
    private long last;

    RecentLines(int before) {
        this.before = before;
        Arrays.fill(lines, "");
    }

    /** Numbers start at 1 and leave none out. */
    void add(String line, long number) {
        lines[(int) (number % KEPT)] = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        last = number;
    }

    /** The lines before a line. */
    List<String> before(long number) {
        long from = Math.max(Math.max(1, number - before), last - KEPT + 1);
        List<String> found = new ArrayList<>();
        for (long i = from; i < number; i++) {
            found.add(lines[(int) (i % KEPT)]);
        }
        return found;
    }

    /** The lines since the first of {@code own} that are none of them. */
    List<String> behind(long[] own) {
        List<String> found = new ArrayList<>();
        for (long i = Math.max(own[0] + 1, last - KEPT + 1); i <= last; i++) {
            if (Arrays.binarySearch(own, i) < 0) {
                found.add(lines[(int) (i % KEPT)]);
            }
        }
        return found;
    }
}
