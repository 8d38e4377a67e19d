package dev.tracemend.agent.edit;

import dev.tracemend.agent.edit.EditFailure.Reason;
import dev.tracemend.agent.edit.format.ReplyEdit.Replace;
import dev.tracemend.agent.edit.format.ReplyEdit.Substitute;
import dev.tracemend.agent.edit.place.Nearest;
import dev.tracemend.agent.edit.place.Placement;
import dev.tracemend.agent.edit.place.Query;
import dev.tracemend.agent.edit.place.RungLadder;
import dev.tracemend.agent.edit.place.SoughtFile;
import dev.tracemend.agent.edit.text.Lines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a block has no place, so that its author can send a better one. */
final class Refusals {
    private static final int LISTED = 10;

    private final RungLadder ladder;

    Refusals(RungLadder ladder) {
        this.ladder = ladder;
    }

    Optional<EditFailure> of(int number, String path, Reason reason, String message) {
        return Optional.of(new EditFailure(number, path, reason, message));
    }

    Optional<EditFailure> overlap(int number, String path) {
        return of(number, path, Reason.CONFLICT, "it changes lines that an earlier block changes, too");
    }

    Optional<EditFailure> unplaced(int number, Replace block, SoughtFile file, Query query, Placement outcome) {
        if (outcome instanceof Placement.Several several) {
            List<Integer> lines = several.lines().stream().map(line -> line + 1).toList();
            String message = "SEARCH fits at " + lines.size() + " places, beginning at lines " + listed(lines)
                    + "; quote more lines around the one you mean";
            return Optional.of(new EditFailure(number, block.path(), Reason.AMBIGUOUS, message, lines, "", "", ""));
        }
        if (outcome instanceof Placement.Unsafe unsafe) {
            Nearest nearest = Nearest.of(file, block.search());
            String message = "SEARCH fits only loosely, at line " + (unsafe.first() + 1) + ", and " + unsafe.why()
                    + "; quote the file's lines exactly";
            return Optional.of(new EditFailure(
                    number,
                    block.path(),
                    Reason.SYNTAX_BROKEN,
                    message,
                    List.of(unsafe.first() + 1),
                    nearest.numbered(),
                    nearest.difference(),
                    nearest.quote()));
        }
        boolean there = !block.replace().stream().allMatch(String::isBlank)
                && ladder.holds(file, new Query(block.replace(), block.replace(), query.hints(), 0, false, true));
        if (there) {
            String message = "the file holds the lines of REPLACE already, and not those of SEARCH";
            return of(number, block.path(), Reason.ALREADY_APPLIED, message);
        }
        return noMatch(number, block.path(), file, block.search(), "the lines of SEARCH are not in the file");
    }

    Optional<EditFailure> missing(int number, Substitute edit, SoughtFile file) {
        boolean there = !edit.replacement().isBlank()
                && !Occurrences.of(file.lines(), edit.replacement()).starts().isEmpty();
        if (there) {
            return of(
                    number, edit.path(), Reason.ALREADY_APPLIED, "the file holds the new string, and not the old one");
        }
        List<String> lines = List.of(edit.search().replace("\r\n", "\n").split("\n", -1));
        return noMatch(number, edit.path(), file, lines, "the old string is not in the file");
    }

    Optional<EditFailure> count(int number, Substitute edit, Lines file, List<Integer> starts) {
        List<Integer> lines = starts.stream().map(start -> file.at(start) + 1).toList();
        String message = "the old string is there " + starts.size() + " times instead of " + edit.count()
                + ", at lines " + listed(lines) + "; quote more around the one you mean";
        return Optional.of(new EditFailure(number, edit.path(), Reason.AMBIGUOUS, message, lines, "", "", ""));
    }

    private static Optional<EditFailure> noMatch(
            int number, String path, SoughtFile file, List<String> search, String what) {
        Nearest nearest = Nearest.of(file, search);
        String message = what + "; copy them exactly, without line numbers";
        return Optional.of(new EditFailure(
                number,
                path,
                Reason.NO_MATCH,
                message,
                List.of(),
                nearest.numbered(),
                nearest.difference(),
                nearest.quote()));
    }

    private static String listed(List<Integer> lines) {
        String some = lines.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return lines.size() > LISTED ? some + ", …" : some;
    }
}
