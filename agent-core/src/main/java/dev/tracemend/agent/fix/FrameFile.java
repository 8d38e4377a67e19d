package dev.tracemend.agent.fix;

import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which file of a checkout a Java trace is about, wherever its module lies, by package and file name; tells the
 * module of a repository that holds many. Reads names only.
 */
final class FrameFile {
    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");
    private static final int MOST_FILES = 100_000;

    private FrameFile() {}

    /** The file relative to the root, with {@code /}; of the innermost frame that has one. */
    static Optional<String> find(Path root, StackTrace trace) {
        List<String> wanted = new ArrayList<>();
        for (int i = trace.chain().size() - 1; i >= 0; i--) {
            ThrownException thrown = trace.chain().get(i);
            thrown.frames().stream()
                    .filter(frame -> frame.inApp() && frame.file().endsWith(".java"))
                    .map(FrameFile::suffix)
                    .forEach(wanted::add);
        }
        return wanted.isEmpty() ? Optional.empty() : best(root, wanted);
    }

    private static String suffix(StackFrame frame) {
        int dot = frame.className().lastIndexOf('.');
        String folder = dot < 0 ? "" : frame.className().substring(0, dot).replace('.', '/');
        return folder + '/' + frame.file();
    }

    private static Optional<String> best(Path root, List<String> wanted) {
        Walk walk = new Walk(root, wanted);
        try {
            Files.walkFileTree(root, walk);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return walk.rank < wanted.size() ? Optional.of(walk.found) : Optional.empty();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<String> wanted;
        private int rank;
        private String found = "";
        private int seen;

        Walk(Path root, List<String> wanted) {
            this.root = root;
            this.wanted = wanted;
            this.rank = wanted.size();
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean passed = PASSED_OVER.contains(String.valueOf(folder.getFileName()));
            return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = root.relativize(file).toString().replace('\\', '/');
            boolean test = ("/" + path).contains("/src/test/");
            for (int i = 0; i < rank && path.endsWith(".java") && !test; i++) {
                if (("/" + path).endsWith("/" + wanted.get(i))) {
                    rank = i;
                    found = path;
                }
            }
            return ++seen < MOST_FILES && rank > 0 ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }
    }
}
