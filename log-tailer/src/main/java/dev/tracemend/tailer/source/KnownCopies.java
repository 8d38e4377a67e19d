package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether a file with the name of a rotated one holds, or is about to hold, what the registry knows of its original: a copy
 * made over an older one, in the same file, is not read again. Not thread-safe.
 */
final class KnownCopies {
    /** The file is to be looked at again: its original still holds the same, or the copy is in the making. */
    static final long WAIT = -1;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Reading reading;
    private long size = -1;
    private long since;

    KnownCopies(Reading reading) {
        this.reading = reading;
    }

    /**
     * Up to which offset it is known, 0 where it is not, or {@link #WAIT}. What is known becomes the generation after this
     * one, delivered up to there.
     */
    long knownUntil(OpenFile file, int generation) throws IOException {
        PositionRegistry registry = reading.registry();
        Optional<Position> newest = registry.of(file.identity());
        if (newest.isPresent() && newest.get().generation() > generation) {
            // Its original was read on from it.
            return newest.get().offset();
        }
        long known = knownUntil(file);
        if (known > 0) {
            reading.remains().claim(file.path(), file.identity(), generation + 1, known);
            registry.forget(new ContentKey(file.identity(), generation));
            registry.save();
        }
        return known;
    }

    /** The same of any file, of which nothing is remembered. */
    long knownUntil(OpenFile file) throws IOException {
        FileChannel channel = file.channel();
        long likeness = likeness(file.path(), file.identity(), channel);
        if (channel.size() != size) {
            size = channel.size();
            since = System.nanoTime();
        }
        boolean patient = System.nanoTime() - since < PATIENCE;
        return likeness == WAIT && !patient ? 0 : likeness;
    }

    private long likeness(Path path, FileIdentity identity, FileChannel channel) throws IOException {
        Path name = path.getFileName();
        long likeness = 0;
        if (name == null || channel.size() == 0) {
            return 0;
        }
        for (String original : RotatedName.originals(name.toString())) {
            Path sibling = path.resolveSibling(original);
            for (Position each : reading.registry().all()) {
                boolean its = each.source().equals(sibling.toString())
                        && !each.file().equals(identity)
                        && each.head().length() > 0
                        && each.head().isStillAt(channel, 0);
                if (its && each.isTelling() && !each.isNotIn(channel) && !isIn(each, sibling)) {
                    return channel.size();
                }
                likeness = its ? WAIT : likeness;
            }
        }
        return likeness;
    }

    private static boolean isIn(Position position, Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return FileIdentity.of(path).equals(position.file()) && !position.isNotIn(channel);
        } catch (IOException e) {
            return false;
        }
    }
}
