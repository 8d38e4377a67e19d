package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the files that bore a name between two looks at it and were rotated away before they were seen, where no glob names
 * them as they are called now. They are called as rotated files are, and were last written after the one seen before; to
 * whom nothing of this is known. Folders are listed once for all their rotations. Not thread-safe.
 */
final class BetweenLooks {
    private static final Logger LOG = LoggerFactory.getLogger(BetweenLooks.class);

    private final Map<Path, Map<String, FileTime>> rotated = new HashMap<>();

    /** A file, and the name that it bore. */
    record Missed(Path path, Path source, FileTime time) {}

    /** Another file bears this name; the one before was last written then. */
    void rotated(Path source, FileTime last) {
        Path folder = source.getParent();
        Path name = source.getFileName();
        if (folder != null && name != null) {
            rotated.computeIfAbsent(folder, any -> new HashMap<>()).put(name.toString(), last);
        }
    }

    /** Those that may have been missed since the last call, the oldest first. */
    List<Missed> missed() {
        List<Missed> missed = new ArrayList<>();
        rotated.forEach((folder, names) -> {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    add(entry, names, missed);
                }
            } catch (IOException | DirectoryIteratorException e) {
                LOG.debug("{} cannot be listed", folder, e);
            }
        });
        rotated.clear();
        missed.sort(Comparator.comparing(Missed::time));
        return missed;
    }

    private static void add(Path entry, Map<String, FileTime> names, List<Missed> missed) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (RotatedName.isArchive(name)) {
            return;
        }
        for (String original : RotatedName.originals(name)) {
            FileTime last = names.get(original);
            if (last != null && Files.exists(entry)) {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(last) >= 0) {
                    missed.add(new Missed(entry, entry.resolveSibling(original), attributes.lastModifiedTime()));
                }
                return;
            }
        }
    }
}
