package dev.tracemend.tailer.source;

import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files that some globs name at the moment. A glob without a wildcard is a path. */
public final class LogFiles {
    private static final String WILDCARDS = "*?[{";
    private static final int DEEPEST = 12;

    private final List<Path> paths = new ArrayList<>();
    private final List<Glob> globs = new ArrayList<>();
    private final Path own;

    private record Glob(String text, Path folder, PathMatcher matcher, int depth) {}

    /** {@code own}: a folder whose files are never followed, since we write them ourselves. */
    public LogFiles(List<String> patterns, Path own) {
        this.own = own;
        for (String pattern : patterns) {
            if (!pattern.isBlank()) {
                add(Path.of(pattern).toAbsolutePath().normalize().toString());
            }
        }
    }

    private void add(String pattern) {
        int first = firstWildcard(pattern);
        if (first < 0) {
            paths.add(Path.of(pattern));
            return;
        }
        Path folder = Path.of(pattern.substring(0, pattern.lastIndexOf('/', first) + 1));
        String rest = pattern.substring(folder.toString().length());
        int depth = rest.contains("**")
                ? DEEPEST
                : (int) rest.chars().filter(c -> c == '/').count();
        globs.add(new Glob(
                pattern, folder, FileSystems.getDefault().getPathMatcher("glob:" + pattern), Math.max(1, depth)));
    }

    private static int firstWildcard(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (WILDCARDS.indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Fails with the place and the remedy when something that is there cannot be read. */
    public void check() {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                throw new TailerStartException(path + " is a folder; name its files, for example '" + path + "/*.log'");
            }
        }
        for (Glob glob : globs) {
            if (Files.exists(glob.folder()) && !Files.isReadable(glob.folder())) {
                throw new TailerStartException(unreadable(glob.folder()));
            }
        }
        for (Path path : now()) {
            if (!Files.isReadable(path)) {
                throw new TailerStartException(unreadable(path));
            }
        }
    }

    private static String unreadable(Path path) {
        return path + " cannot be read by user " + System.getProperty("user.name")
                + "; give that user the right to read it, or leave it out of --logs";
    }

    /** All files named now, in a fixed order. */
    public Set<Path> now() {
        Set<Path> found = new TreeSet<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                found.add(path);
            }
        }
        for (Glob glob : globs) {
            walk(glob, found);
        }
        found.removeIf(path -> path.startsWith(own));
        return found;
    }

    private static void walk(Glob glob, Set<Path> found) {
        if (!Files.isDirectory(glob.folder())) {
            return;
        }
        try {
            Files.walkFileTree(
                    glob.folder(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), glob.depth(), new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile() && glob.matcher().matches(file)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the folder " + glob.folder() + " cannot be listed", e);
        }
    }
}
