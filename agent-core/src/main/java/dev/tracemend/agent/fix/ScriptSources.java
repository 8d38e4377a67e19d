package dev.tracemend.agent.fix;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The Python or JavaScript files of a checkout, what installs and builds leave there passed over. Reads only. */
final class ScriptSources {
    private static final int MOST_FILES = 400;
    private static final int MOST_SEEN = 50_000;
    private static final long LONGEST = 300_000;
    private static final Set<String> PASSED_OVER = Set.of(
            ".git",
            "node_modules",
            ".venv",
            "venv",
            "__pycache__",
            "dist",
            "build",
            "target",
            ".tox",
            "site-packages",
            "coverage");
    private static final Pattern TEST = Pattern.compile(
            "(^|.*/)(tests?|testing|__tests__|spec)/.*|(.*/)?(test_[^/]*|[^/]*_test|conftest|tests?)\\.py|.*\\.(test|spec)\\.[cm]?js|(.*/)?test(-[^/]*)?\\.[cm]?js");

    private ScriptSources() {}

    /** Whether a path is one of tests, which are never edited. */
    static boolean isTest(String path) {
        return TEST.matcher(path).matches();
    }

    static boolean isPython(String path) {
        return path.endsWith(".py");
    }

    static boolean isNode(String path) {
        return path.matches(".*\\.[cm]?js");
    }

    /** The texts by path, those wanted first. */
    static Map<String, String> read(Path root, boolean python, List<String> wanted) {
        Set<String> paths = new LinkedHashSet<>(wanted);
        List<String> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Walk(root, python, found));
        } catch (IOException unreadable) {
            found.clear();
        }
        found.sort(null);
        paths.addAll(found);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String path : paths) {
            if (texts.size() < MOST_FILES) {
                text(root, path).forEach(texts::put);
            }
        }
        return texts;
    }

    private static Map<String, String> text(Path root, String path) {
        Map<String, String> one = new HashMap<>();
        try {
            Path file = root.resolve(path).toRealPath();
            if (file.startsWith(root.toRealPath()) && Files.isRegularFile(file) && Files.size(file) < LONGEST) {
                one.put(path, Files.readString(file));
            }
        } catch (IOException | RuntimeException unreadable) {
            one.clear();
        }
        return one;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final boolean python;
        private final List<String> found;
        private int seen;

        Walk(Path root, boolean python, List<String> found) {
            this.root = root;
            this.python = python;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean passed = PASSED_OVER.contains(String.valueOf(folder.getFileName()));
            return passed && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            if (attributes.isRegularFile() && (python ? isPython(path) : isNode(path))) {
                found.add(path);
            }
            return ++seen < MOST_SEEN && found.size() < MOST_FILES
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }
    }
}
