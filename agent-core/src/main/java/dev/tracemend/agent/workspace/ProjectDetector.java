package dev.tracemend.agent.workspace;

import dev.tracemend.agent.repair.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out how a checkout is built: its source roots, test roots and class path. Runs no code of the checkout itself. */
public final class ProjectDetector {
    private static final Logger log = LoggerFactory.getLogger(ProjectDetector.class);

    private ProjectDetector() {}

    /** The project at the checkout's root; what is not supported is logged. See {@link #inspect}. */
    public static Project detect(Path root, Path cacheDir) {
        return detect(root, cacheDir, "");
    }

    /** The project of the module that holds {@code site}; what is not supported is logged. See {@link #inspect}. */
    public static Project detect(Path root, Path cacheDir, String site) {
        Detection found = inspect(root, cacheDir, site);
        found.notes().forEach(note -> log.warn("{}: {}", root, note));
        return found.project();
    }

    /**
     * The project of the module that holds a file, with notes on what is not supported.
     *
     * @param root the checkout's root, or a worktree's
     * @param cacheDir remembers class paths by the content of {@code pom.xml}; made when absent
     * @param site a file relative to the root, or empty for the module at the root
     */
    public static Detection inspect(Path root, Path cacheDir, String site) {
        try {
            Path real = root.toRealPath();
            Path module = moduleOf(real, site);
            List<String> notes = new ArrayList<>();
            List<Path> sources = within(real, sources(module));
            if (sources.isEmpty()) {
                notes.add("no Java sources in src/main/java or src: nothing can be compiled");
            }
            List<Path> classPath = classPath(module, cacheDir, notes);
            return new Detection(
                    new Project(real, sources, within(real, existing(module, "src/test/java", "test")), classPath),
                    notes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> classPath(Path module, Path cacheDir, List<String> notes) throws IOException {
        List<Path> jars = new ArrayList<>();
        if (Files.exists(module.resolve("pom.xml"))) {
            jars.addAll(new MavenClassPath(cacheDir, "mvn").of(module, notes));
        } else if (Files.exists(module.resolve("build.gradle")) || Files.exists(module.resolve("build.gradle.kts"))) {
            notes.add("Gradle is not asked for its class path: only jars in lib/ are used");
        }
        Path lib = module.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (Stream<Path> entries = Files.list(lib)) {
                entries.filter(entry -> entry.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(jars::add);
            }
        }
        return jars;
    }

    /** The nearest folder above the site that has a build file, else the root. */
    private static Path moduleOf(Path root, String site) {
        Path folder = root.resolve(site).normalize();
        if (folder.startsWith(root) && Files.isDirectory(folder.resolve("src"))) {
            return folder;
        }
        while (folder.startsWith(root) && !folder.equals(root)) {
            for (String build : List.of("pom.xml", "build.gradle", "build.gradle.kts")) {
                if (Files.exists(folder.resolve(build))) {
                    return folder;
                }
            }
            Path parent = folder.getParent();
            folder = parent == null ? root : parent;
        }
        return root;
    }

    private static List<Path> sources(Path module) throws IOException {
        List<Path> maven = existing(module, "src/main/java");
        return maven.isEmpty() ? existing(module, "src") : maven;
    }

    /** A folder of the checkout may be a link that leads out of it. */
    private static List<Path> within(Path root, List<Path> folders) {
        return folders.stream().filter(folder -> folder.startsWith(root)).toList();
    }

    private static List<Path> existing(Path module, String... names) throws IOException {
        for (String name : names) {
            Path folder = module.resolve(name);
            if (Files.isDirectory(folder)) {
                return List.of(folder.toRealPath());
            }
        }
        return List.of();
    }
}
