package dev.tracemend.cli;

import dev.tracemend.agent.edit.EditFailure;
import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.edit.PlacedEdit;
import dev.tracemend.agent.edit.Rung;
import dev.tracemend.agent.workspace.AppliedReply;
import dev.tracemend.agent.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What {@code apply --json} prints; described in {@code docs/apply.md}, fields are only ever added. */
record ApplyReport(
        String status,
        boolean written,
        boolean dryRun,
        String workspace,
        boolean recovered,
        List<Block> blocks,
        List<Changed> files,
        String feedback) {

    ApplyReport {
        blocks = List.copyOf(blocks);
        files = List.copyOf(files);
    }

    /** One block of the reply; what does not apply is empty or 0. */
    record Block(
            int block,
            String path,
            String status,
            String rung,
            int rungNumber,
            int firstLine,
            int lines,
            boolean fuzzy,
            String reason,
            String message,
            List<Integer> places,
            String nearest,
            String difference,
            String quote) {
        Block {
            places = List.copyOf(places);
        }
    }

    /** One file that was or would be written. */
    record Changed(String path, String change, String from, int bytes) {}

    static ApplyReport of(Workspace workspace, AppliedReply applied, boolean dryRun) {
        List<Block> blocks = new ArrayList<>();
        applied.placed().forEach(block -> blocks.add(placed(block)));
        applied.failures().forEach(failure -> blocks.add(refused(failure)));
        blocks.sort(Comparator.comparing(Block::block).thenComparing(Block::firstLine));
        return new ApplyReport(
                status(applied),
                applied.written(),
                dryRun,
                workspace.root().toString(),
                workspace.recovered().isPresent(),
                blocks,
                applied.changes().stream().map(ApplyReport::changed).toList(),
                applied.feedback());
    }

    static String word(Rung rung) {
        return rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String status(AppliedReply applied) {
        if (applied.complete()) {
            return "applied";
        }
        if (applied.placed().isEmpty() && applied.failures().isEmpty()) {
            return "empty";
        }
        return applied.changes().isEmpty() ? "refused" : "partial";
    }

    private static Block placed(PlacedEdit block) {
        return new Block(
                block.block(),
                block.path(),
                "placed",
                word(block.rung()),
                block.rung().number(),
                block.firstLine(),
                block.lines(),
                block.fuzzy(),
                "",
                "",
                List.of(),
                "",
                "",
                "");
    }

    private static Block refused(EditFailure failure) {
        return new Block(
                failure.block(),
                failure.path(),
                "refused",
                "",
                0,
                0,
                0,
                false,
                failure.reason().name(),
                failure.message(),
                failure.lines(),
                failure.nearest(),
                failure.difference(),
                failure.quote());
    }

    private static Changed changed(FileChange change) {
        String kind = change.after().isEmpty()
                ? "deleted"
                : change.from().isPresent() ? "renamed" : change.before().isEmpty() ? "created" : "modified";
        int bytes = change.after().map(after -> after.length).orElse(0);
        return new Changed(change.path(), kind, change.from().orElse(""), bytes);
    }
}
