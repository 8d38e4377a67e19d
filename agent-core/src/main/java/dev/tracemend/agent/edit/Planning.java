package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.EditFailure.Reason;
import dev.tracemend.agent.edit.format.ReplyEdit;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work on one reply: every edit finds its place or its failure, then the files' changes come out. For one thread. */
final class Planning {
    private final KnownFiles files;
    private final EditOptions options;
    private final SyntaxGate gate;
    private final Map<String, FileDraft> drafts = new LinkedHashMap<>();
    private final List<PlacedEdit> placed = new ArrayList<>();
    private final List<EditFailure> failures = new ArrayList<>();
    private final LinePlacing lines;
    private final FileSteps steps;

    Planning(KnownFiles files, EditOptions options, SyntaxGate gate) {
        this.files = files;
        this.options = options;
        this.gate = gate;
        this.lines = new LinePlacing(this, options.firstMatch());
        this.steps = new FileSteps(this);
    }

    /** Places one edit. */
    void add(int number, ReplyEdit edit) {
        Optional<EditFailure> failure = objection(number, edit);
        if (failure.isEmpty()) {
            failure = place(number, edit);
        }
        failure.ifPresent(failures::add);
    }

    /** What came of all. */
    EditPlan plan() {
        for (Map.Entry<String, FileDraft> draft : drafts.entrySet()) {
            if (!draft.getValue().encodable()) {
                unwritable(draft.getKey(), draft.getValue());
            }
        }
        List<FileChange> changes = new ArrayList<>();
        if (failures.isEmpty() || options.partial()) {
            drafts.values().forEach(draft -> draft.change().ifPresent(changes::add));
        }
        return new EditPlan(changes, placed, failures);
    }

    KnownFiles files() {
        return files;
    }

    /** The file as the edits so far have it. */
    FileDraft draft(String path) {
        return drafts.computeIfAbsent(path, p -> new FileDraft(p, Optional.empty(), files.bytes(p), gate));
    }

    void rename(String path, String from) {
        FileDraft old = draft(from);
        FileDraft renamed = new FileDraft(path, Optional.of(from), files.bytes(from), gate);
        if (old.touched()) {
            renamed.rebase(old.soFar());
        }
        drafts.remove(from);
        drafts.put(path, renamed);
        FileDraft emptied = new FileDraft(from, Optional.empty(), Optional.empty(), gate);
        drafts.put(from, emptied);
    }

    void placed(PlacedEdit edit) {
        placed.add(edit);
    }

    private Optional<EditFailure> place(int number, ReplyEdit edit) {
        if (edit instanceof ReplyEdit.Unreadable broken) {
            String message =
                    "line " + broken.line() + " of the reply begins an edit that cannot be read: " + broken.why();
            return Optional.of(new EditFailure(number, broken.path(), Reason.MALFORMED, message));
        }
        if (edit instanceof ReplyEdit.Replace replace) {
            return lines.replace(number, replace);
        }
        if (edit instanceof ReplyEdit.Substitute substitute) {
            return lines.substitute(number, substitute);
        }
        return steps.step(number, edit);
    }

    private Optional<EditFailure> objection(int number, ReplyEdit edit) {
        if (edit instanceof ReplyEdit.Unreadable) {
            return Optional.empty();
        }
        Optional<String> objection = options.scope().objection(edit.path());
        if (objection.isEmpty() && edit instanceof ReplyEdit.Rename rename) {
            objection = options.scope().objection(rename.from());
        }
        return objection.map(why -> new EditFailure(number, edit.path(), Reason.OUTSIDE_WORKSPACE, why));
    }

    private void unwritable(String path, FileDraft draft) {
        List<PlacedEdit> lost =
                placed.stream().filter(edit -> edit.path().equals(path)).toList();
        placed.removeAll(lost);
        String message = "the file is written in " + draft.charset() + ", which lacks a character of the change";
        int block = lost.isEmpty() ? 0 : lost.get(0).block();
        failures.add(new EditFailure(block, path, Reason.NOT_TEXT, message));
        draft.forget();
    }
}
