package dev.tracemend.tailer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which log files are found by themselves: what is called {@code .log}, {@code .out} or {@code .err}, rotated
 * or not, and all text in folders called {@code log} or {@code logs}. The service is the folder above; the topic the deepest
 * folder that is called {@code backend}, {@code frontend} or {@code app}.
 */
record LogTree(Path folder) {
    private static final int DEEPEST = 12;
    private static final int SNIFFED = 512;
    private static final Set<String> TOPICS = Set.of("backend", "frontend", "app");
    private static final Set<String> LOG_FOLDERS = Set.of("log", "logs");
    private static final Set<String> NOT_ENTERED = Set.of("node_modules", "__pycache__", "proc", "sys");
    private static final Pattern NAME = Pattern.compile("(?i).+\\.(?:log|out|err)(?:[._-][0-9A-Za-z:T_.-]{1,40})?");

    /** Shows the log files that are there now, and the folders that were looked into. */
    void find(FileListing listing) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isEntered(visited) && listing.folder(visited)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && names(file)) {
                    listing.file(file, attributes, route(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isEntered(Path visited) {
        String name = name(visited);
        return visited.equals(folder) || (!name.startsWith(".") && !NOT_ENTERED.contains(name));
    }

    boolean names(Path file) {
        String name = name(file);
        Path parent = file.getParent();
        return file.startsWith(folder)
                && !name.startsWith(".")
                && !Glob.isCompressed(name)
                && (NAME.matcher(name).matches() || (parent != null && isLogFolder(parent)));
    }

    /** Whether what it begins with is text; UTF-16 has zeros, but says what it is. */
    static boolean isText(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(SNIFFED);
            if (start.length >= 2 && (start[0] & 0xff) + (start[1] & 0xff) == 0xff + 0xfe) {
                return true;
            }
            for (byte each : start) {
                if (each == 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // Opening it will say why.
            return true;
        }
    }

    Route route(Path file) {
        String topic = "";
        for (Path segment : file.toAbsolutePath()) {
            String name = segment.toString().toLowerCase(Locale.ROOT);
            if (TOPICS.contains(name) && !segment.equals(file.getFileName())) {
                topic = name;
            }
        }
        Path parent = file.getParent();
        if (parent != null && isLogFolder(parent) && parent.getParent() != null) {
            parent = parent.getParent();
        }
        return new Route(topic, parent == null ? "" : name(parent));
    }

    private static boolean isLogFolder(Path path) {
        return LOG_FOLDERS.contains(name(path).toLowerCase(Locale.ROOT));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
