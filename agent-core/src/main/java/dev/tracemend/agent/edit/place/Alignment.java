package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;

/** Pairs the lines of a block with those of a window of a file, in order, so that they are as alike as can be. */
final class Alignment {
    private static final int MOST_CELLS = 60_000;
    private static final double PAIR = 0.5;
    private static final double GAP = 0.25;

    private final List<String> window;
    private final int offset;
    private final List<String> search;
    private final LineLikeness[] left;
    private final LineLikeness[] right;
    private final int[] pairs;

    Alignment(List<String> window, int offset, List<String> search) {
        this.window = window;
        this.offset = offset;
        this.search = search;
        this.left = likeness(search);
        this.right = likeness(window);
        this.pairs = new int[search.size()];
        java.util.Arrays.fill(pairs, -1);
    }

    /** The part of the window from the first to the last line that has a partner. */
    Region region() {
        if ((long) search.size() * window.size() <= MOST_CELLS) {
            optimal(0, search.size(), 0, window.size(), true);
        } else {
            byEqualLines();
        }
        int first = -1;
        int last = -1;
        List<Integer> lineOf = new ArrayList<>();
        for (int pair : pairs) {
            first = first < 0 ? pair : first;
            last = pair < 0 ? last : pair;
            lineOf.add(pair < 0 ? -1 : pair + offset);
        }
        return first < 0
                ? new Region(offset, offset, lineOf, 0)
                : new Region(first + offset, last + 1 + offset, lineOf, score(first, last));
    }

    private double score(int first, int last) {
        boolean[] taken = new boolean[window.size()];
        double total = 0;
        double same = 0;
        for (int i = 0; i < pairs.length; i++) {
            total += left[i].weight();
            if (pairs[i] >= 0) {
                taken[pairs[i]] = true;
                same += left[i].to(right[pairs[i]]) * (left[i].weight() + right[pairs[i]].weight());
            }
        }
        for (int i = first; i <= last; i++) {
            total += taken[i] || !Words.isComment(window.get(i)) ? right[i].weight() : 0;
        }
        return total == 0 ? 0 : same / total;
    }

    private void byEqualLines() {
        LineSequence a = new LineSequence(search.stream().map(Norm.TOKENS::of).toList());
        LineSequence b = new LineSequence(window.stream().map(Norm.TOKENS::of).toList());
        int left0 = 0;
        int right0 = 0;
        for (Edit edit : new HistogramDiff().diff(LineSequence.EQUAL, a, b)) {
            while (left0 < edit.getBeginA()) {
                pairs[left0++] = right0++;
            }
            if ((long) edit.getLengthA() * edit.getLengthB() <= MOST_CELLS) {
                optimal(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB(), false);
            }
            left0 = edit.getEndA();
            right0 = edit.getEndB();
        }
        while (left0 < search.size()) {
            pairs[left0++] = right0++;
        }
    }

    /** Needleman and Wunsch over lines; what the window has before and behind the block costs nothing. */
    private void optimal(int a0, int a1, int b0, int b1, boolean freeEnds) {
        int rows = a1 - a0;
        int columns = b1 - b0;
        double[][] best = new double[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                double skip = freeEnds && (i == rows) ? 0 : gap(b0 + j - 1);
                best[i][j] = Math.max(best[i - 1][j], best[i][j - 1] - skip);
                best[i][j] = Math.max(best[i][j], best[i - 1][j - 1] + gain(a0 + i - 1, b0 + j - 1));
            }
        }
        int i = rows;
        int j = columns;
        while (i > 0 && j > 0) {
            double gain = gain(a0 + i - 1, b0 + j - 1);
            double skip = freeEnds && (i == rows) ? 0 : gap(b0 + j - 1);
            if (best[i][j] == best[i][j - 1] - skip) {
                j--;
            } else if (gain >= 0 && best[i][j] == best[i - 1][j - 1] + gain) {
                pairs[a0 + --i] = b0 + --j;
            } else {
                i--;
            }
        }
    }

    private double gap(int line) {
        return GAP * (Words.isComment(window.get(line)) ? 0.1 : 1) * right[line].weight();
    }

    private double gain(int line, int other) {
        if (left[line].blank() || right[other].blank()) {
            return left[line].blank() && right[other].blank() ? 0.5 : -1_000;
        }
        double alike = left[line].to(right[other]);
        return alike < PAIR ? -1_000 : alike * alike * (left[line].weight() + right[other].weight());
    }

    private static LineLikeness[] likeness(List<String> lines) {
        return lines.stream().map(LineLikeness::new).toArray(LineLikeness[]::new);
    }
}
