package dev.tracemend.agent.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the edits out of a model's reply and finds their places in the files. Writes nothing, never throws. */
public final class EditEngine {

    /** What the reply would change, and why not more. */
    public EditPlan plan(String reply, FileLookup files, EditOptions options) {
        BlockPlacer placer = new BlockPlacer(
                options.scope(), path -> files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
        BlockPlan plan = placer.place(new ReplyParser(files.named()).parse(reply));
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        List<PlacedEdit> placed = new ArrayList<>();
        for (int i = plan.edits().size() - 1; i >= 0; i--) {
            TextEdit edit = plan.edits().get(i);
            texts.computeIfAbsent(edit.path(), path -> new StringBuilder(text(files, path)))
                    .replace(edit.start(), edit.end(), edit.replacement());
            placed.add(0, new PlacedEdit(i + 1, edit.path(), Rung.EXACT, 1, 1, false));
        }
        List<FileChange> changes = new ArrayList<>();
        texts.forEach((path, text) -> changes.add(new FileChange(
                path,
                Optional.empty(),
                files.read(path),
                Optional.of(text.toString().getBytes(StandardCharsets.UTF_8)),
                OptionalInt.empty())));
        return new EditPlan(changes, placed, plan.failures());
    }

    private static String text(FileLookup files, String path) {
        return files.read(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
