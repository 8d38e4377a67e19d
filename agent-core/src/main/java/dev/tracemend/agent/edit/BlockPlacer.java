package dev.tracemend.agent.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.tracemend.agent.edit.EditFailure.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the blocks of a reply into edits of the files they name: all of them, or none with the reasons. Only lines that
 * differ between SEARCH and REPLACE are written, so every other line keeps its bytes, its end included.
 */
public final class BlockPlacer {
    private static final int LISTED_PLACES = 10;

    private final EditScope scope;
    private final Function<String, Optional<String>> files;

    /** A placer over the files that {@code files} can read: relative path to text, empty where there is no such file. */
    public BlockPlacer(EditScope scope, Function<String, Optional<String>> files) {
        this.scope = scope;
        this.files = files;
    }

    /** Places a parsed reply. */
    BlockPlan place(ParsedReply reply) {
        List<EditFailure> failures = new ArrayList<>(reply.failures());
        List<TextEdit> edits = new ArrayList<>();
        int number = 0;
        for (SearchReplaceBlock block : reply.blocks()) {
            number++;
            List<TextEdit> placed = new ArrayList<>();
            Optional<EditFailure> failure = place(block, number, placed);
            if (failure.isEmpty()) {
                failure = overlap(edits, placed, number);
            }
            failure.ifPresentOrElse(failures::add, () -> edits.addAll(placed));
        }
        edits.sort(Comparator.comparing(TextEdit::path).thenComparing(TextEdit::start));
        return failures.isEmpty() ? new BlockPlan(edits, List.of()) : new BlockPlan(List.of(), failures);
    }

    private Optional<EditFailure> place(SearchReplaceBlock block, int number, List<TextEdit> into) {
        Optional<String> objection = scope.objection(block.path());
        if (objection.isPresent()) {
            return failure(number, block, Reason.OUTSIDE_WORKSPACE, objection.get());
        }
        Optional<String> text = files.apply(block.path());
        if (text.isEmpty()) {
            return failure(number, block, Reason.OUTSIDE_WORKSPACE, "there is no such file in the checkout");
        }
        if (block.search().stream().allMatch(String::isBlank)) {
            return failure(number, block, Reason.MALFORMED, "SEARCH is empty; quote the lines that are to change");
        }
        if (block.search().equals(block.replace())) {
            return failure(number, block, Reason.CONFLICT, "SEARCH and REPLACE are the same; nothing would change");
        }
        return placeIn(new LineTable(text.get()), block, number, into);
    }

    private Optional<EditFailure> placeIn(LineTable source, SearchReplaceBlock block, int number, List<TextEdit> into) {
        PlacementLadder ladder = new PlacementLadder(source.lines());
        PlacedBlock found = ladder.find(block.search(), block.replace());
        if (found.starts().isEmpty()) {
            return notFound(source, ladder, block, number);
        }
        if (found.starts().size() > 1) {
            String places = found.starts().stream()
                    .limit(LISTED_PLACES)
                    .map(start -> Integer.toString(start + 1))
                    .collect(Collectors.joining(", "));
            String message = "SEARCH fits at " + found.starts().size() + " places, beginning at lines " + places
                    + "; quote more lines around the one you mean";
            return failure(number, block, Reason.AMBIGUOUS, message);
        }
        into.addAll(edits(source, block.path(), found));
        return into.isEmpty()
                ? failure(number, block, Reason.CONFLICT, "SEARCH and REPLACE differ in white space only")
                : Optional.empty();
    }

    private static List<TextEdit> edits(LineTable source, String path, PlacedBlock found) {
        List<TextEdit> edits = new ArrayList<>();
        int first = found.starts().get(0);
        for (AbstractDelta<String> delta :
                DiffUtils.diff(found.search(), found.replace()).getDeltas()) {
            int from = first + delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            edits.add(source.replace(path, from, to, delta.getTarget().getLines()));
        }
        return edits;
    }

    private static Optional<EditFailure> notFound(
            LineTable source, PlacementLadder ladder, SearchReplaceBlock block, int number) {
        boolean there = !block.replace().stream().allMatch(String::isBlank)
                && !ladder.find(block.replace(), block.replace()).starts().isEmpty();
        if (there) {
            String message = "the file holds the lines of REPLACE already, and not those of SEARCH";
            return failure(number, block, Reason.ALREADY_APPLIED, message);
        }
        String nearest = NearestRegion.of(block.search(), source.lines());
        String message = "the lines of SEARCH are not in the file; copy them exactly, without line numbers"
                + (nearest.isEmpty() ? "" : ". The file's nearest lines are:\n" + nearest);
        return failure(number, block, Reason.NO_MATCH, message);
    }

    private static Optional<EditFailure> overlap(List<TextEdit> edits, List<TextEdit> placed, int number) {
        for (TextEdit one : placed) {
            for (TextEdit other : edits) {
                boolean meet = one.start() < other.end() && other.start() < one.end() || one.start() == other.start();
                if (one.path().equals(other.path()) && meet) {
                    return Optional.of(new EditFailure(
                            number,
                            one.path(),
                            Reason.CONFLICT,
                            "it changes lines that an earlier block changes, too"));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<EditFailure> failure(int number, SearchReplaceBlock block, Reason reason, String message) {
        return Optional.of(new EditFailure(number, block.path(), reason, message));
    }
}
