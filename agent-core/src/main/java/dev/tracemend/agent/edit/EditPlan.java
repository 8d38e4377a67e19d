package dev.tracemend.agent.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reply's blocks placed in the files.
 *
 * @param changes what to write, one a file; empty when a block was refused, unless the partial change was asked for
 * @param placed where each block goes that has a place, in the order of the reply
 * @param failures what was wrong with which block
 */
public record EditPlan(List<FileChange> changes, List<PlacedEdit> placed, List<EditFailure> failures) {
    private static final int FEEDBACK_LIMIT = 6_000;

    /** Copies the lists. */
    public EditPlan {
        changes = List.copyOf(changes);
        placed = List.copyOf(placed);
        failures = List.copyOf(failures);
    }

    /** Whether the reply holds blocks and every one found its place. */
    public boolean complete() {
        return failures.isEmpty() && !placed.isEmpty();
    }

    /** The changes of existing UTF-8 files as ranges of their characters, by path and position. */
    public List<TextEdit> edits() {
        List<TextEdit> edits = new ArrayList<>();
        for (FileChange change : changes) {
            if (change.before().isPresent() && change.after().isPresent()) {
                add(
                        change.path(),
                        text(change.before().get()),
                        text(change.after().get()),
                        edits);
            }
        }
        return edits;
    }

    /** What to tell the author of the reply; empty when all was placed. */
    public String feedback() {
        if (complete()) {
            return "";
        }
        String all = failures.stream().map(EditFailure::toString).collect(Collectors.joining("\n\n"));
        String text =
                all.isEmpty() ? "The reply holds no SEARCH/REPLACE block and no edit in another known form." : all;
        String bounded = text.length() <= FEEDBACK_LIMIT ? text : text.substring(0, FEEDBACK_LIMIT) + " …";
        return bounded + "\n\n" + outlook();
    }

    private String outlook() {
        if (changes.isEmpty()) {
            return "Nothing was applied. Send every block of the change again.";
        }
        String numbers = placed.stream().map(p -> Integer.toString(p.block())).collect(Collectors.joining(", "));
        return "Applied and not to be sent again: block " + numbers + ". Send the refused blocks again.";
    }

    private static void add(String path, String before, String after, List<TextEdit> into) {
        List<String> old = lines(before);
        int[] starts = new int[old.size() + 1];
        for (int i = 0; i < old.size(); i++) {
            starts[i + 1] = starts[i] + old.get(i).length();
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(old, lines(after)).getDeltas()) {
            int from = delta.getSource().getPosition();
            String replacement = String.join("", delta.getTarget().getLines());
            into.add(new TextEdit(
                    path, starts[from], starts[from + delta.getSource().size()], replacement));
        }
    }

    /** With their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
