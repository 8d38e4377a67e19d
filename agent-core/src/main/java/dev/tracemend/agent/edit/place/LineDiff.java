package dev.tracemend.agent.edit.place;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;

/** What differs between two lists of lines. */
final class LineDiff {
    private LineDiff() {}

    /** One run of lines that differs: {@code [from, to)} of the first list became {@code [newFrom, newTo)} of the second. */
    record Delta(int from, int to, int newFrom, int newTo) {}

    static List<Delta> of(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        int olds = before.size() - head - tail;
        int news = after.size() - head - tail;
        if (olds + news == 0) {
            return List.of();
        }
        if (Math.min(olds, news) == 0 || olds == 1 && news == 1) {
            return List.of(new Delta(head, head + olds, head, head + news));
        }
        List<Delta> deltas = new ArrayList<>();
        LineSequence a = new LineSequence(before.subList(head, head + olds));
        LineSequence b = new LineSequence(after.subList(head, head + news));
        for (Edit edit : new HistogramDiff().diff(LineSequence.EQUAL, a, b)) {
            deltas.add(new Delta(
                    head + edit.getBeginA(), head + edit.getEndA(), head + edit.getBeginB(), head + edit.getEndB()));
        }
        return deltas;
    }
}
