package dev.tracemend.agent.repair.settings;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A checkout's settings, and the sources that may read them. Reads only; links are not followed, big files and what builds
 * leave behind are passed over.
 *
 * @param sources texts by path, from the root with {@code /}; tests are no readers that count
 */
record SettingsFiles(List<WrittenSetting> settings, Map<String, String> sources) {
    private static final Pattern SETTINGS =
            Pattern.compile("(?:.*/)?(?:[^/]+\\.(?:ya?ml|properties)|\\.env(?:\\.[\\w-]+)?|[\\w-]+\\.env)");
    private static final Pattern SOURCES = Pattern.compile(".*\\.(?:java|kt|py|[cm]?js|ts)");
    private static final Pattern TESTS = Pattern.compile(
            "(?:^|.*/)(?:tests?|__tests__|src/test)/.*|.*(?:\\.test|\\.spec)\\.\\w+|(?:.*/)?test_[^/]*");
    private static final Set<String> PASSED_OVER =
            Set.of(".git", ".github", "node_modules", "target", "build", "dist", ".venv", "venv", "__pycache__");
    private static final int MOST_SEEN = 20_000;
    private static final int MOST_FILES = 1_000;
    private static final long LONGEST = 300_000;

    /** Copies both. */
    SettingsFiles {
        settings = List.copyOf(settings);
        sources = Map.copyOf(sources);
    }

    static SettingsFiles read(Path root) {
        List<WrittenSetting> settings = new ArrayList<>();
        Map<String, String> sources = new TreeMap<>();
        try {
            Files.walkFileTree(root, new Walk(root, settings, sources));
        } catch (IOException unreadable) {
            return new SettingsFiles(List.of(), Map.of());
        }
        return new SettingsFiles(settings, sources);
    }

    /** The settings of compose files. */
    List<WrittenSetting> composed() {
        return settings.stream()
                .filter(each -> each.key().startsWith("services.")
                        && each.path().matches("(?:.*/)?(?:docker-)?compose[\\w.-]*\\.ya?ml"))
                .toList();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<WrittenSetting> settings;
        private final Map<String, String> sources;
        private int seen;
        private int read;

        Walk(Path root, List<WrittenSetting> settings, Map<String, String> sources) {
            this.root = root;
            this.settings = settings;
            this.sources = sources;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean passed = PASSED_OVER.contains(String.valueOf(folder.getFileName()));
            return passed && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            boolean small = attributes.isRegularFile()
                    && attributes.size() < LONGEST
                    && !TESTS.matcher(path).matches();
            try {
                if (small && SETTINGS.matcher(path).matches()) {
                    read++;
                    settings.addAll(SettingsText.read(path, Files.readString(file)));
                } else if (small && SOURCES.matcher(path).matches()) {
                    read++;
                    sources.put(path, Files.readString(file));
                }
            } catch (IOException notText) {
                read--;
            }
            return ++seen < MOST_SEEN && read < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
