package plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class Intervals {
    private Intervals() {}

    /** Those that touch become one. */
    public static List<Interval> merged(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        Collections.sort(sorted);
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).touches(next)) {
                Interval before = merged.get(last);
                merged.set(last, new Interval(before.start(), next.end()));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** How many whole numbers lie in at least one of them. */
    public static int covered(List<Interval> intervals) {
        int sum = 0;
        for (Interval one : merged(intervals)) {
            sum += one.end() - one.start() + 1;
        }
        return sum;
    }
}
