package dev.tracemend.tailer.source;

import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files that some globs name at the moment. A pattern that is the name of a file, or has no wildcard, is a path. */
public final class LogFiles {
    private final List<Path> paths = new ArrayList<>();
    private final List<Glob> globs = new ArrayList<>();
    private final Path own;

    /**
     * Takes the patterns apart.
     *
     * @param own a folder whose files are never followed, since we write them ourselves
     * @throws TailerStartException when a pattern cannot be understood
     */
    public LogFiles(List<String> patterns, Path own) {
        this.own = real(own);
        for (String pattern : patterns) {
            try {
                if (!pattern.isBlank()) {
                    add(Path.of(pattern).toAbsolutePath().normalize());
                }
            } catch (IllegalArgumentException e) {
                throw new TailerStartException("'" + pattern.replace('\0', '?') + "' is no pattern of files ("
                        + reason(e) + "); write for example 'logs/*.log' or 'logs/{app,web}.log'");
            }
        }
    }

    /** The JDK's message goes on with the pattern and an arrow. */
    private static String reason(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace('\0', '?');
    }

    private void add(Path pattern) {
        if (Files.exists(pattern) || !Glob.isOne(pattern.toString())) {
            paths.add(pattern);
        } else {
            globs.add(Glob.of(pattern.toString()));
        }
    }

    /** Fails with the place and the remedy when something that is there cannot be read. */
    public void check() {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                throw new TailerStartException(path + " is a folder; name its files, for example '" + path + "/*.log'");
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new TailerStartException(
                        path + " is not a regular file; let the service write its log to one, and name that");
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
            try {
                glob.find(found);
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + glob.folder() + " cannot be listed", e);
            }
        }
        found.removeIf(path -> real(path).startsWith(own));
        return found;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
