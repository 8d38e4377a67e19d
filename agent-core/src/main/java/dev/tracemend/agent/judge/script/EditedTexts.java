package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.SyntaxGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts of files with a change applied, refused where it breaks their syntax. */
final class EditedTexts {
    private final Path root;
    private final SyntaxGate gate;
    private final Map<String, String> originals = new HashMap<>();

    EditedTexts(Path root, SyntaxGate gate) {
        this.root = root;
        this.gate = gate;
    }

    /** The new texts by path, or why there are none. */
    record Outcome(Map<String, String> texts, String problem) {
        Outcome {
            texts = Map.copyOf(texts);
        }
    }

    Outcome apply(List<TextEdit> edits) {
        Map<String, List<TextEdit>> byFile =
                edits.stream().collect(Collectors.groupingBy(TextEdit::path, TreeMap::new, Collectors.toList()));
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, List<TextEdit>> file : byFile.entrySet()) {
            try {
                String original = original(file.getKey());
                String changed = changed(original, file.getValue());
                if (gate.faults(file.getKey(), changed) > gate.faults(file.getKey(), original)) {
                    return new Outcome(Map.of(), "the syntax of " + file.getKey() + " would be broken");
                }
                texts.put(file.getKey(), changed);
            } catch (IOException | RuntimeException unreadable) {
                return new Outcome(Map.of(), file.getKey() + " cannot be changed so: " + unreadable.getMessage());
            }
        }
        return new Outcome(texts, "");
    }

    /** A file's text as it was when it was first looked at; empty where it cannot be read. */
    Optional<String> text(String path) {
        try {
            return Optional.of(original(path));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private String original(String path) throws IOException {
        String known = originals.get(path);
        if (known == null) {
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root.toRealPath())) {
                throw new IOException("it lies outside the checkout");
            }
            known = Files.readString(file);
            originals.put(path, known);
        }
        return known;
    }

    private static String changed(String original, List<TextEdit> edits) {
        StringBuilder text = new StringBuilder(original);
        edits.stream()
                .sorted(Comparator.comparing(TextEdit::start)
                        .thenComparing(TextEdit::end)
                        .reversed())
                .forEach(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
        return text.toString();
    }
}
