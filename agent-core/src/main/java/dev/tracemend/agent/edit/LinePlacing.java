package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.EditFailure.Reason;
import dev.tracemend.agent.edit.format.Hints;
import dev.tracemend.agent.edit.format.Hints.FinalEnd;
import dev.tracemend.agent.edit.format.ReplyEdit.Replace;
import dev.tracemend.agent.edit.format.ReplyEdit.Substitute;
import dev.tracemend.agent.edit.place.Chunk;
import dev.tracemend.agent.edit.place.Elision;
import dev.tracemend.agent.edit.place.Placement;
import dev.tracemend.agent.edit.place.Query;
import dev.tracemend.agent.edit.place.RungLadder;
import dev.tracemend.agent.edit.place.ScopeHeaders;
import dev.tracemend.agent.edit.place.SoughtFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits of lines within files. */
final class LinePlacing {
    private static final int OTHER_FILES = 50;

    private final Planning planning;
    private final boolean firstMatch;
    private final RungLadder ladder = new RungLadder();
    private final Refusals refusals = new Refusals(ladder);

    LinePlacing(Planning planning, boolean firstMatch) {
        this.planning = planning;
        this.firstMatch = firstMatch;
    }

    Optional<EditFailure> replace(int number, Replace block) {
        boolean adds = block.search().stream().allMatch(String::isBlank) && !isAmongBlanks(block);
        FileDraft draft = planning.draft(block.path());
        Optional<String> leftOut = block.replace().stream()
                .filter(line -> Elision.saysLeftOut(line) && !block.search().contains(line))
                .findFirst();
        if (leftOut.isPresent() && (!draft.isText() || !draft.lines().contains(leftOut.get()))) {
            String why =
                    "REPLACE leaves code out (" + leftOut.get().strip() + ") where SEARCH does not; write it whole";
            return refusals.of(number, block.path(), Reason.MALFORMED, why);
        }
        if (!draft.present() && adds) {
            return create(number, block, draft);
        }
        if (draft.present() && !draft.isText()) {
            return refusals.of(number, block.path(), Reason.NOT_TEXT, "the file is no text");
        }
        if (!draft.present()) {
            return elsewhere(number, block)
                    ? Optional.empty()
                    : refusals.of(number, block.path(), Reason.NO_MATCH, "there is no such file");
        }
        boolean idle = block.search().equals(block.replace());
        if (idle && !block.hints().ordered()) {
            String why = "SEARCH and REPLACE are the same; nothing would change";
            return refusals.of(number, block.path(), Reason.CONFLICT, why);
        }
        return adds ? insert(number, block, draft) : find(number, block, draft);
    }

    /** Blank lines that a diff replaces, as opposed to an empty SEARCH. */
    private static boolean isAmongBlanks(Replace block) {
        return block.hints().ordered() && !block.search().isEmpty();
    }

    private Optional<EditFailure> create(int number, Replace block, FileDraft draft) {
        if (block.replace().isEmpty()) {
            return refusals.of(number, block.path(), Reason.NO_MATCH, "there is no such file");
        }
        draft.begin(String.join("\n", block.replace()) + "\n");
        draft.finalEnd(block.hints().finalEnd());
        planning.placed(new PlacedEdit(
                number, block.path(), Rung.FILE, 0, block.replace().size(), false));
        return Optional.empty();
    }

    /** Lines without a place of their own: where the hints say, or at the end. */
    private Optional<EditFailure> insert(int number, Replace block, FileDraft draft) {
        int size = draft.lines().size();
        int at = size;
        Hints hints = block.hints();
        if (hints.line() > 0) {
            at = Math.min(size, hints.line() - 1);
        } else if (!hints.headers().isEmpty() && !hints.atEnd()) {
            int header = ScopeHeaders.only(
                    draft.lines(), hints.headers().get(hints.headers().size() - 1));
            at = header < 0 ? size : header + 1;
        }
        if (!draft.take(List.of(new Chunk(at, at, block.replace())))) {
            return refusals.overlap(number, block.path());
        }
        draft.finalEnd(at == size ? hints.finalEnd() : FinalEnd.KEEP);
        draft.moved(at, draft.drift());
        planning.placed(new PlacedEdit(number, block.path(), Rung.EXACT, at + 1, 0, false));
        return Optional.empty();
    }

    private Optional<EditFailure> find(int number, Replace block, FileDraft draft) {
        Query query = query(block, draft, false);
        Placement outcome = ladder.place(draft.target(), query);
        if (outcome instanceof Placement.Placed place) {
            return accept(number, block, draft, place);
        }
        if (draft.touched() && later(number, block, draft)) {
            return Optional.empty();
        }
        if (outcome instanceof Placement.Nowhere && !block.hints().ordered() && elsewhere(number, block)) {
            return Optional.empty();
        }
        return refusals.unplaced(number, block, draft.target(), query, outcome);
    }

    /** Tries the file as the blocks before left it: authors may build on their own changes. */
    private boolean later(int number, Replace block, FileDraft draft) {
        SoughtFile now = draft.soFar();
        Placement outcome = ladder.place(now, query(block, draft, true));
        if (outcome instanceof Placement.Placed place && !place.chunks().isEmpty()) {
            draft.rebase(now);
            return accept(number, block, draft, place).isEmpty();
        }
        return false;
    }

    /** Tries the other files of the conversation: authors name the wrong one at times. */
    private boolean elsewhere(int number, Replace block) {
        List<FileDraft> found = new ArrayList<>();
        List<Placement.Placed> places = new ArrayList<>();
        List<String> named = planning.files().named();
        for (String path : named.subList(0, Math.min(named.size(), OTHER_FILES))) {
            if (path.equals(block.path()) || !planning.files().exists(path)) {
                continue;
            }
            FileDraft draft = planning.draft(path);
            if (draft.present() && draft.isText()) {
                Placement outcome = ladder.place(draft.target(), query(block, draft, true));
                if (outcome instanceof Placement.Placed place && !place.chunks().isEmpty()) {
                    found.add(draft);
                    places.add(place);
                }
            }
        }
        if (found.size() != 1) {
            return false;
        }
        Replace moved = new Replace(found.get(0).path(), block.line(), block.search(), block.replace(), block.hints());
        return accept(number, moved, found.get(0), places.get(0)).isEmpty();
    }

    private Query query(Replace block, FileDraft draft, boolean strict) {
        Hints hints = block.hints();
        if (hints.line() > 0 && draft.drift() != 0) {
            int line = Math.max(1, hints.line() + draft.drift());
            hints = new Hints(hints.headers(), line, hints.ordered(), hints.atEnd(), hints.finalEnd());
        }
        return new Query(block.search(), block.replace(), hints, draft.cursor(), firstMatch, strict);
    }

    private Optional<EditFailure> accept(int number, Replace block, FileDraft draft, Placement.Placed place) {
        boolean ends = place.first() + place.count() >= draft.lines().size();
        boolean idle = place.chunks().isEmpty() && block.hints().finalEnd() == FinalEnd.KEEP;
        if (idle && place.rung().number() >= Rung.DECLARATION.number()) {
            String why = "the file holds the change already";
            return refusals.of(number, block.path(), Reason.ALREADY_APPLIED, why);
        }
        if (idle && !block.search().equals(block.replace())) {
            String why = "SEARCH and REPLACE differ in white space only where the file does not";
            return refusals.of(number, block.path(), Reason.CONFLICT, why);
        }
        if (!draft.take(place.chunks())) {
            return refusals.overlap(number, block.path());
        }
        draft.finalEnd(ends ? block.hints().finalEnd() : FinalEnd.KEEP);
        int hinted = block.hints().line();
        draft.moved(place.first() + place.count(), hinted > 0 ? place.first() + 1 - hinted : draft.drift());
        planning.placed(
                new PlacedEdit(number, block.path(), place.rung(), place.first() + 1, place.count(), place.fuzzy()));
        return Optional.empty();
    }

    Optional<EditFailure> substitute(int number, Substitute edit) {
        FileDraft draft = planning.draft(edit.path());
        if (!draft.present() || !draft.isText()) {
            Reason reason = draft.present() ? Reason.NOT_TEXT : Reason.NO_MATCH;
            String why = draft.present() ? "the file is no text" : "there is no such file";
            return refusals.of(number, edit.path(), reason, why);
        }
        if (edit.search().equals(edit.replacement())) {
            return refusals.of(number, edit.path(), Reason.CONFLICT, "old and new are the same; nothing would change");
        }
        Occurrences found = Occurrences.of(draft.lines(), edit.search());
        if (found.starts().isEmpty() && draft.touched()) {
            SoughtFile now = draft.soFar();
            Occurrences later = Occurrences.of(now.lines(), edit.search());
            if (!later.starts().isEmpty()) {
                draft.rebase(now);
                found = later;
            }
        }
        if (found.starts().isEmpty()) {
            return edit.count() > 1 ? refusals.missing(number, edit, draft.target()) : asLines(number, edit, draft);
        }
        List<Integer> starts = found.starts();
        if (edit.count() > 0 && starts.size() != edit.count()) {
            if (!firstMatch || edit.count() != 1) {
                return refusals.count(number, edit, draft.lines(), starts);
            }
            starts = starts.subList(0, 1);
        }
        return accept(number, edit, draft, found, starts);
    }

    private Optional<EditFailure> accept(
            int number, Substitute edit, FileDraft draft, Occurrences found, List<Integer> starts) {
        String replacement = found.inFile(edit.replacement());
        List<TextEdit> edits = starts.stream()
                .map(start -> new TextEdit(edit.path(), start, start + found.length(), replacement))
                .toList();
        if (!draft.takeEdits(edits)) {
            return refusals.overlap(number, edit.path());
        }
        int first = draft.lines().at(starts.get(0));
        int last = draft.lines().at(Math.max(starts.get(0), starts.get(0) + found.length() - 1));
        planning.placed(new PlacedEdit(number, edit.path(), Rung.EXACT, first + 1, last - first + 1, false));
        return Optional.empty();
    }

    /** A string that is not there may still be whole lines that differ in blanks. */
    private Optional<EditFailure> asLines(int number, Substitute edit, FileDraft draft) {
        Replace block =
                new Replace(edit.path(), edit.line(), split(edit.search()), split(edit.replacement()), Hints.NONE);
        Placement outcome = ladder.place(draft.target(), query(block, draft, true));
        return outcome instanceof Placement.Placed place
                ? accept(number, block, draft, place)
                : refusals.missing(number, edit, draft.target());
    }

    private static List<String> split(String text) {
        String plain = text.replace("\r\n", "\n");
        String body = plain.endsWith("\n") ? plain.substring(0, plain.length() - 1) : plain;
        return plain.isEmpty() ? List.of() : List.of(body.split("\n", -1));
    }
}
