package dev.tracemend.agent.search;

import java.util.List;
import java.util.Set;

/**
 * What the original (first; of its exceptions also the place is told) and each change that passed (behind it, in order) did
 * on the same made-up inputs; a change that was not watched has no list or an empty one.
 */
record Behaviours(List<List<String>> seen) {
    private static final String THREW = "THREW ";

    /** How many inputs were compared. */
    int inputs() {
        return seen.isEmpty() ? 0 : seen.get(0).size();
    }

    /** In how many ways the changes behave. */
    int kinds() {
        return (int) seen.stream().skip(1).distinct().count();
    }

    /** How many changes behave like one, itself counted. */
    int alike(int one) {
        return watched(one)
                ? (int) seen.stream().skip(1).filter(seen.get(one + 1)::equals).count()
                : 1;
    }

    boolean same(int one, int other) {
        return one == other
                || watched(one) && watched(other) && seen.get(one + 1).equals(seen.get(other + 1));
    }

    /** The share of inputs on which a change does what another change does, on average; wrong ones err in different ways. */
    double agreement(int one) {
        if (!watched(one) || seen.size() < 3 || inputs() == 0) {
            return 1;
        }
        long same = 0;
        long all = 0;
        List<String> mine = seen.get(one + 1);
        for (int i = 1; i < seen.size(); i++) {
            List<String> others = seen.get(i);
            for (int k = 0; i != one + 1 && k < Math.min(mine.size(), others.size()); k++) {
                same += mine.get(k).equals(others.get(k)) ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 1 : same / (double) all;
    }

    /**
     * Whether a change leaves an input on which the original crashes in one of these ways, and it does so still.
     *
     * @param crashes as the original's are told, {@code type class#method}
     */
    boolean leaves(int one, Set<String> crashes) {
        for (int k = 0; watched(one) && k < Math.min(inputs(), seen.get(one + 1).size()); k++) {
            String before = seen.get(0).get(k);
            if (before.startsWith(THREW)
                    && crashes.contains(before.substring(THREW.length()))
                    && before.startsWith(seen.get(one + 1).get(k) + " ")) {
                return true;
            }
        }
        return false;
    }

    private boolean watched(int one) {
        return one + 1 < seen.size();
    }
}
