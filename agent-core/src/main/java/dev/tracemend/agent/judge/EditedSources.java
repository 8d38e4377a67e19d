package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files a change touches, as they would be.
 *
 * @param texts new texts by path
 * @param problem why the change cannot be made; empty when it can
 */
record EditedSources(Map<String, String> texts, String problem) {

    static EditedSources of(ProjectSources sources, List<TextEdit> edits) {
        Map<String, List<TextEdit>> byPath = new LinkedHashMap<>();
        for (TextEdit edit : edits) {
            byPath.computeIfAbsent(edit.path(), path -> new ArrayList<>()).add(edit);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, List<TextEdit>> file : byPath.entrySet()) {
            String before = sources.production().get(file.getKey());
            if (before == null) {
                return refused(
                        sources.tests().containsKey(file.getKey())
                                ? file.getKey() + " is a test: tests are never changed to make a fix pass"
                                : file.getKey() + " is not one of the project's production Java sources");
            }
            List<TextEdit> ordered = new ArrayList<>(file.getValue());
            ordered.sort(Comparator.comparingInt(TextEdit::start).reversed());
            StringBuilder text = new StringBuilder(before);
            int limit = before.length();
            for (TextEdit edit : ordered) {
                if (edit.end() > limit) {
                    return refused("edits of " + file.getKey() + " overlap or reach behind the file's end");
                }
                text.replace(edit.start(), edit.end(), edit.replacement());
                limit = edit.start();
            }
            if (!text.toString().equals(before)) {
                texts.put(file.getKey(), text.toString());
            }
        }
        return texts.isEmpty() ? refused("the change changes nothing") : new EditedSources(texts, "");
    }

    private static EditedSources refused(String problem) {
        return new EditedSources(Map.of(), problem);
    }
}
