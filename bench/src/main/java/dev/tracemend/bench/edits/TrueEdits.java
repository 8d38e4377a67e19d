package dev.tracemend.bench.edits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Cuts the difference between two versions of a file into changes of a size that a model's block has. */
final class TrueEdits {
    private static final int CONTEXT = 3;
    private static final int LARGEST = 60;
    private static final int LONGEST_FILE = 20_000;

    private TrueEdits() {}

    static List<TrueEdit> between(String path, String before, String after) {
        List<String> old = List.of(before.split("\n", -1));
        List<String> now = List.of(after.split("\n", -1));
        List<TrueEdit> found = new ArrayList<>();
        if (old.size() > LONGEST_FILE || before.indexOf('\0') >= 0 || before.indexOf('\r') >= 0) {
            return found;
        }
        List<List<Edit>> groups =
                groups(new HistogramDiff().diff(RawTextComparator.DEFAULT, text(before), text(after)));
        for (List<Edit> group : groups) {
            Edit first = group.get(0);
            Edit last = group.get(group.size() - 1);
            int from = Math.max(0, first.getBeginA() - CONTEXT);
            int to = Math.min(old.size() - 1, last.getEndA() + CONTEXT);
            int newFrom = first.getBeginB() - (first.getBeginA() - from);
            int newTo = last.getEndB() + (to - last.getEndA());
            if (to - from > LARGEST
                    || newTo - newFrom > LARGEST
                    || from >= to
                    || newTo > now.size()
                    || newTo < newFrom) {
                continue;
            }
            List<String> search = old.subList(from, to);
            if (search.stream().anyMatch(line -> line.matches("[<=>]{5,9}.*"))) {
                continue;
            }
            found.add(new TrueEdit(path, old, from, search, now.subList(newFrom, newTo)));
        }
        return found;
    }

    /** Changes with little between them belong together. */
    private static List<List<Edit>> groups(List<Edit> edits) {
        List<List<Edit>> groups = new ArrayList<>();
        for (Edit edit : edits) {
            List<Edit> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && edit.getBeginA() - last.get(last.size() - 1).getEndA() <= 2 * CONTEXT) {
                last.add(edit);
            } else {
                groups.add(new ArrayList<>(List.of(edit)));
            }
        }
        return groups;
    }

    private static RawText text(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }
}
