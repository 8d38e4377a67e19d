package dev.tracemend.agent.repair;

import dev.tracemend.agent.edit.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A class of which all or some lines are suspected, and what small changes make of it. */
record MutationLab(Path root, String source) {
    private static final String FILE = "src/Sample.java";

    static MutationLab of(Path folder, String source) throws IOException {
        Path root = folder.toRealPath();
        Files.createDirectories(root.resolve("src"));
        Files.writeString(root.resolve(FILE), source);
        return new MutationLab(root, source);
    }

    /** The changed texts where every line is suspected alike. */
    List<String> outcomes() {
        Map<Integer, Double> lines = new HashMap<>();
        for (int line = 1; line <= source.lines().count(); line++) {
            lines.put(line, 0.8);
        }
        return candidates(lines).stream().map(this::applied).toList();
    }

    /** The candidates where these lines are suspected. */
    List<Candidate> candidates(Map<Integer, Double> lines) {
        Project project = new Project(root, List.of(root.resolve("src")), List.of(), List.of());
        return new Mutator().candidates(project, new Suspicion(Map.of(FILE, lines)), Map.of(), 20_000);
    }

    private String applied(Candidate candidate) {
        StringBuilder text = new StringBuilder(source);
        candidate.edits().stream()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
        return text.toString();
    }
}
