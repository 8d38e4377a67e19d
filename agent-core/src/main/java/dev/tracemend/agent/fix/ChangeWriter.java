package dev.tracemend.agent.fix;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a candidate into a scratch worktree and reads it back as git's diff. */
final class ChangeWriter {
    private final ScratchWorktree worktree;

    ChangeWriter(ScratchWorktree worktree) {
        this.worktree = worktree;
    }

    /**
     * Leaves the worktree with this candidate alone applied.
     *
     * @throws CheckoutException where a file is not what the candidate was made for
     */
    Change write(Candidate candidate) throws CheckoutException {
        return write(candidate, Optional.empty());
    }

    /** Leaves the worktree with this candidate and a new test applied. */
    Change write(Candidate candidate, Optional<ReproductionFile> test) throws CheckoutException {
        worktree.reset();
        Map<String, List<TextEdit>> byFile = candidate.edits().stream()
                .collect(Collectors.groupingBy(TextEdit::path, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TextEdit>> file : byFile.entrySet()) {
            worktree.write(file.getKey(), apply(candidate, file.getKey(), file.getValue()));
        }
        List<String> files = new ArrayList<>(byFile.keySet());
        if (test.isPresent()) {
            worktree.write(test.get().path(), test.get().text());
            files.add(test.get().path());
        }
        String diff = worktree.diff();
        return new Change(diff, files, count(diff, '+'), count(diff, '-'), candidate.operator(), candidate.symptom());
    }

    private String apply(Candidate candidate, String path, List<TextEdit> edits) throws CheckoutException {
        String original = worktree.read(path);
        if (!candidate.originals().fit(path, original)) {
            throw new CheckoutException(path + " has changed since the change of it was judged: run the fix again");
        }
        if (original.indexOf('\uFFFD') >= 0) {
            throw new CheckoutException(path + " is not UTF-8 and is not edited: convert it first");
        }
        StringBuilder text = new StringBuilder(original);
        List<TextEdit> lastFirst = edits.stream()
                .sorted(Comparator.comparing(TextEdit::start)
                        .thenComparing(TextEdit::end)
                        .reversed())
                .toList();
        for (TextEdit edit : lastFirst) {
            text.replace(edit.start(), edit.end(), edit.replacement());
        }
        return text.toString();
    }

    /** Lines that begin with the sign within hunks; the lines of file names come before the first hunk. */
    private static int count(String diff, char sign) {
        int count = 0;
        boolean inHunk = false;
        for (String line : diff.split("\n", -1)) {
            if (line.startsWith("diff --git ") || line.startsWith("@@ ")) {
                inHunk = line.startsWith("@@ ");
            } else if (inHunk && !line.isEmpty() && line.charAt(0) == sign) {
                count++;
            }
        }
        return count;
    }
}
