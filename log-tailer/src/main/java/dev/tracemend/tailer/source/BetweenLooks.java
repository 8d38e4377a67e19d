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
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the files that bore a name between two looks at it and were rotated away before they were seen, where no glob names
 * them as they are called now. They are called as rotated files are, and were last written after the one seen before; to
 * whom nothing of this is known. Folders are listed once for all their rotations. Not thread-safe.
 */
final class BetweenLooks {
    private static final Logger LOG = LoggerFactory.getLogger(BetweenLooks.class);

    private final Map<Path, Map<String, Object>> rotated = new HashMap<>();

    /** A file, and the name that it bore. */
    record Missed(Path path, Path source, FileTime time) {}

    private record Rotated(Path path, String original, BasicFileAttributes attributes) {}

    /** Another file bears this name; the one before is told by its key. */
    void rotated(Path source, Object before) {
        Path folder = source.getParent();
        Path name = source.getFileName();
        if (folder != null && name != null) {
            // The first of several: it is the oldest.
            rotated.computeIfAbsent(folder, any -> new HashMap<>()).putIfAbsent(name.toString(), before);
        }
    }

    /** Those that may have been missed since the last call, the oldest first. */
    List<Missed> missed() {
        List<Missed> missed = new ArrayList<>();
        rotated.forEach((folder, names) -> {
            List<Rotated> there = list(folder, names);
            Map<String, FileTime> last = new HashMap<>();
            for (Rotated each : there) {
                if (Objects.equals(names.get(each.original()), each.attributes().fileKey())) {
                    last.put(each.original(), each.attributes().lastModifiedTime());
                }
            }
            for (Rotated each : there) {
                FileTime time = each.attributes().lastModifiedTime();
                FileTime before = last.get(each.original());
                if (before != null && time.compareTo(before) >= 0) {
                    missed.add(new Missed(each.path(), each.path().resolveSibling(each.original()), time));
                }
            }
        });
        rotated.clear();
        missed.sort(Comparator.comparing(Missed::time));
        return missed;
    }

    /** The files with the names of rotated ones of these. */
    private static List<Rotated> list(Path folder, Map<String, Object> names) {
        List<Rotated> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                for (String original : RotatedName.originals(name)) {
                    if (names.containsKey(original) && !RotatedName.isArchive(name) && Files.isRegularFile(entry)) {
                        found.add(new Rotated(entry, original, Files.readAttributes(entry, BasicFileAttributes.class)));
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be listed", folder, e);
        }
        return found;
    }
}
