package dev.tracemend.agent.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the original (first; of its exceptions also the place is told) and each change that passed (behind it, in order) did
 * on the same made-up inputs; a change that was not watched has no list or an empty one.
 */
record Behaviours(List<List<String>> seen) {
    /** What did not come back. */
    static final String HUNG = "HUNG";

    private static final String THREW = "THREW ";
    private static final String BACK = "RETURNED ";
    private static final int ENOUGH = 10;

    /** How many inputs were compared. */
    int inputs() {
        return seen.isEmpty() ? 0 : seen.get(0).size();
    }

    /** In how many ways some of the changes behave. */
    int kinds(Set<Integer> some) {
        return (int) some.stream()
                .filter(this::watched)
                .map(one -> seen.get(one + 1))
                .distinct()
                .count();
    }

    /**
     * Of the changes those that give what the original gave wherever it came back; empty where none does, or where it came
     * back too seldom to tell.
     */
    Set<Integer> faithful() {
        Set<Integer> faithful = new TreeSet<>();
        long back = inputs() == 0
                ? 0
                : seen.get(0).stream().filter(told -> told.startsWith(BACK)).count();
        for (int i = 0; back >= ENOUGH && i + 1 < seen.size(); i++) {
            if (!seen.get(i + 1).isEmpty() && keeps(seen.get(i + 1))) {
                faithful.add(i);
            }
        }
        return faithful;
    }

    private boolean keeps(List<String> change) {
        for (int k = 0; k < Math.min(inputs(), change.size()); k++) {
            String before = seen.get(0).get(k);
            if (before.startsWith(BACK) && !before.equals(change.get(k))) {
                return false;
            }
        }
        return true;
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
     * @param crashes as the original's are told, {@code type class#method}, or {@link #HUNG}
     */
    boolean leaves(int one, Set<String> crashes) {
        for (int k = 0; watched(one) && k < Math.min(inputs(), seen.get(one + 1).size()); k++) {
            String before = seen.get(0).get(k);
            String after = seen.get(one + 1).get(k);
            boolean threw = before.startsWith(THREW)
                    && crashes.contains(before.substring(THREW.length()))
                    && before.startsWith(after + " ");
            boolean hung = before.startsWith(HUNG) && crashes.contains(HUNG) && after.startsWith(HUNG);
            if (threw || hung) {
                return true;
            }
        }
        return false;
    }

    private boolean watched(int one) {
        return one + 1 < seen.size();
    }
}
