package dev.tracemend.agent.judge;

import dev.tracemend.agent.repair.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Java sources of a project as text, by path relative to its root (with {@code /}).
 *
 * @param production what may be changed
 * @param tests what must not
 */
record ProjectSources(Map<String, String> production, Map<String, String> tests) {
    private static final Logger log = LoggerFactory.getLogger(ProjectSources.class);
    private static final int MOST_FILES = 5000;
    private static final long LARGEST = 2L << 20;

    static ProjectSources of(Project project) {
        Map<String, String> all = read(project.root(), project.tests());
        all.putAll(read(project.root(), project.sources()));
        Map<String, String> tests = new TreeMap<>();
        Map<String, String> production = new TreeMap<>();
        all.forEach((path, text) -> {
            boolean test = project.isTest(project.root().resolve(path), text);
            (test ? tests : production).put(path, text);
        });
        return new ProjectSources(production, tests);
    }

    private static Map<String, String> read(Path root, List<Path> folders) {
        Map<String, String> texts = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(ProjectSources::readable).limit(MOST_FILES).forEach(file -> read(root, file, texts));
            } catch (IOException unreadable) {
                log.warn("the sources in {} cannot be read: {}", folder, unreadable.getMessage());
            }
        }
        return texts;
    }

    private static boolean readable(Path file) {
        String name = String.valueOf(file.getFileName());
        // A module's own class path is not looked at: everything is compiled as one unnamed module.
        return name.endsWith(".java") && !name.equals("module-info.java") && Files.isRegularFile(file);
    }

    private static void read(Path root, Path file, Map<String, String> texts) {
        try {
            // A link may lead out of the project, to a file that is none of its sources.
            boolean ours = !Files.isSymbolicLink(file) || file.toRealPath().startsWith(root.toRealPath());
            if (ours && Files.size(file) <= LARGEST) {
                String path = root.relativize(file).toString().replace('\\', '/');
                texts.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            log.warn("{} cannot be read: {}", file, unreadable.getMessage());
        }
    }
}
