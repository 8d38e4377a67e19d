package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.EditFailure.Reason;
import dev.tracemend.agent.edit.format.ReplyEdit;
import dev.tracemend.agent.edit.place.Elision;
import dev.tracemend.agent.edit.place.Wholesale;
import dev.tracemend.agent.edit.text.Norm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Edits of files as a whole: created, replaced, deleted, renamed, given a mode. */
final class FileSteps {
    private static final int SMALL = 40;
    private static final double SHRUNK = 0.2;

    private final Planning planning;

    FileSteps(Planning planning) {
        this.planning = planning;
    }

    Optional<EditFailure> step(int number, ReplyEdit edit) {
        if (edit instanceof ReplyEdit.Content content) {
            return content(number, content);
        }
        if (edit instanceof ReplyEdit.Delete delete) {
            return delete(number, delete);
        }
        if (edit instanceof ReplyEdit.Rename rename) {
            return rename(number, rename);
        }
        if (edit instanceof ReplyEdit.Mode mode) {
            FileDraft draft = planning.draft(mode.path());
            if (!draft.present()) {
                return failure(number, mode.path(), Reason.NO_MATCH, "there is no such file");
            }
            draft.mode(mode.bits());
            return done(number, mode.path(), 0);
        }
        return Optional.empty();
    }

    private Optional<EditFailure> content(int number, ReplyEdit.Content content) {
        FileDraft draft = planning.draft(content.path());
        if (!draft.isText()) {
            return failure(number, content.path(), Reason.NOT_TEXT, "the file is no text; nothing was written over it");
        }
        Set<String> old = new HashSet<>(draft.present() ? draft.lines() : List.of());
        Optional<String> leftOut = content.lines().stream()
                .filter(line -> Elision.saysLeftOut(line) && !old.contains(line))
                .findFirst();
        if (leftOut.isPresent()) {
            String why = "the content leaves code out (" + leftOut.get().strip() + "); give the file whole";
            return failure(number, content.path(), Reason.MALFORMED, why);
        }
        if (!draft.present()) {
            draft.begin(String.join("\n", content.lines())
                    + (content.closed() && !content.lines().isEmpty() ? "\n" : ""));
            return done(number, content.path(), content.lines().size());
        }
        if (draft.lines().equals(content.lines())) {
            return failure(number, content.path(), Reason.ALREADY_APPLIED, "the file has this content already");
        }
        if (content.fresh()) {
            String why = "the file to be created is there already; change its lines instead";
            return failure(number, content.path(), Reason.CONFLICT, why);
        }
        return replace(number, content, draft);
    }

    private Optional<EditFailure> replace(int number, ReplyEdit.Content content, FileDraft draft) {
        long before = draft.lines().stream().filter(line -> !line.isBlank()).count();
        long after = content.lines().stream().filter(line -> !line.isBlank()).count();
        if (before >= SMALL && after < before * SHRUNK) {
            String why = "the content has " + after + " lines where the file has " + before
                    + "; if that is meant, delete the lines by an edit of them";
            return failure(number, content.path(), Reason.MALFORMED, why);
        }
        int lines = draft.lines().size();
        if (draft.touched() || !draft.take(Wholesale.chunks(draft.lines(), content.lines()))) {
            return failure(number, content.path(), Reason.CONFLICT, "other blocks of the reply change the file, too");
        }
        return done(number, content.path(), lines);
    }

    private Optional<EditFailure> delete(int number, ReplyEdit.Delete delete) {
        FileDraft draft = planning.draft(delete.path());
        if (!draft.present()) {
            return failure(number, delete.path(), Reason.NO_MATCH, "there is no such file");
        }
        boolean other = !delete.lines().isEmpty() && !(draft.isText() && same(delete.lines(), draft.lines()));
        if (other) {
            String why = "the file to be deleted does not have the content that the reply shows";
            return failure(number, delete.path(), Reason.NO_MATCH, why);
        }
        if (draft.touched()) {
            return failure(number, delete.path(), Reason.CONFLICT, "other blocks of the reply change the file");
        }
        int lines = draft.lines().size();
        draft.delete();
        return done(number, delete.path(), lines);
    }

    private Optional<EditFailure> rename(int number, ReplyEdit.Rename rename) {
        FileDraft from = planning.draft(rename.from());
        boolean taken = planning.draft(rename.path()).present();
        if (!from.present()) {
            Reason reason = taken ? Reason.ALREADY_APPLIED : Reason.NO_MATCH;
            return failure(number, rename.path(), reason, "there is no file " + rename.from());
        }
        if (taken) {
            return failure(number, rename.path(), Reason.CONFLICT, "there is a file of the new name already");
        }
        if (rename.copy()) {
            if (!from.isText()) {
                return failure(number, rename.path(), Reason.NOT_TEXT, "only text files are copied");
            }
            planning.draft(rename.path()).begin(from.text());
        } else {
            planning.rename(rename.path(), rename.from());
        }
        return done(number, rename.path(), 0);
    }

    private Optional<EditFailure> done(int number, String path, int lines) {
        planning.placed(new PlacedEdit(number, path, Rung.FILE, 0, lines, false));
        return Optional.empty();
    }

    private static boolean same(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!Norm.RSTRIP.same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<EditFailure> failure(int number, String path, Reason reason, String message) {
        return Optional.of(new EditFailure(number, path, reason, message));
    }
}
