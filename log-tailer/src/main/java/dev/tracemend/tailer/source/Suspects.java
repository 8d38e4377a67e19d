package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New files with the name of a rotated one that hold what a followed file holds: copies, which are followed by a truncation
 * of the original. They are held, open, until it is clear what they are: then what the original has read of them is not read
 * again under new ids. Whatever stays unclear is read: a line too many is better than one too few.
 */
final class Suspects {
    private static final Logger LOG = LoggerFactory.getLogger(Suspects.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    /** So many equal bytes are no accident, truncated or not. */
    private static final int NO_ACCIDENT = 4_096;

    private final Reading reading;
    private final Map<FileIdentity, Suspect> held = new LinkedHashMap<>();

    Suspects(Reading reading) {
        this.reading = reading;
    }

    private static final class Suspect {
        private final OpenFile file;
        private final FoundFile found;
        private final Tracked original;
        private long size = -1;
        private long equal = -1;
        private int generation;
        private long since = System.nanoTime();

        Suspect(OpenFile file, FoundFile found, Tracked original) {
            this.file = file;
            this.found = found;
            this.original = original;
        }

        /** Remembers that so much of it is equal, if the original was read so far. */
        void wasRead(long count) {
            boolean ofItsFile = original.follower() instanceof FileFollower file && file.isAtItsFile();
            if (ofItsFile && original.follower().start() >= count) {
                equal = count;
                generation = original.follower().generation();
            }
        }

        boolean isOriginalTruncated() {
            return original.follower().generation() > generation;
        }
    }

    /** A file that is none, or no longer. */
    record Cleared(OpenFile file, FoundFile found) {}

    boolean isEmpty() {
        return held.isEmpty();
    }

    boolean holds(FileIdentity identity) {
        return held.containsKey(identity);
    }

    void hold(OpenFile file, FoundFile found, Tracked original) {
        held.put(file.identity(), new Suspect(file, found, original));
    }

    /** Those that are to be followed now, from wherever the registry says. */
    List<Cleared> cleared() {
        List<Cleared> cleared = new ArrayList<>();
        for (Suspect each : List.copyOf(held.values())) {
            if (isClear(each)) {
                held.remove(each.file.identity());
                cleared.add(new Cleared(each.file, each.found));
            }
        }
        return cleared;
    }

    private boolean isClear(Suspect suspect) {
        if (reading.registry().of(suspect.file.identity()).isPresent()) {
            // The original was truncated and has claimed it.
            return true;
        }
        try {
            FileChannel channel = suspect.file.channel();
            long size = channel.size();
            if (size != suspect.size) {
                suspect.size = size;
                suspect.since = System.nanoTime();
            }
            boolean patient = System.nanoTime() - suspect.since < PATIENCE;
            return switch (compare(suspect, channel, size)) {
                case EQUAL -> {
                    suspect.wasRead(size);
                    if (!patient && size >= NO_ACCIDENT) {
                        claim(suspect, size);
                    }
                    yield !patient;
                }
                case UNCLEAR -> {
                    suspect.original.wake();
                    yield !patient;
                }
                case GONE_FROM_ORIGINAL -> {
                    // What the copy has by now: it was made before the original was cut.
                    claim(suspect, channel.size());
                    yield true;
                }
                case OTHER -> {
                    if (size > 0 && size == suspect.equal && suspect.isOriginalTruncated()) {
                        claim(suspect, size);
                    }
                    yield true;
                }
            };
        } catch (IOException e) {
            LOG.debug("{} cannot be compared", suspect.found.path(), e);
            return true;
        }
    }

    private enum Likeness {
        EQUAL,
        UNCLEAR,
        /** What the original held, as the registry knows it: whoever reads the original reads the rest of it from here. */
        GONE_FROM_ORIGINAL,
        OTHER
    }

    private Likeness compare(Suspect suspect, FileChannel copy, long size) throws IOException {
        if (!(suspect.original.follower() instanceof FileFollower original)) {
            return Likeness.OTHER;
        }
        Optional<OpenFile> file = original.file();
        if (size == 0) {
            return Likeness.EQUAL;
        }
        if (file.isPresent() && SameBytes.begins(file.get().channel(), copy, size)) {
            return Likeness.EQUAL;
        }
        return file.isPresent() ? compare(original.identity(), file.get().channel(), copy) : Likeness.OTHER;
    }

    /** With what the registry knows of the original, which may hold something else by now. */
    private Likeness compare(FileIdentity original, FileChannel now, FileChannel copy) throws IOException {
        Likeness likeness = Likeness.OTHER;
        for (Position each : reading.registry().contents(original)) {
            if (each.isNotIn(now) && each.head().length() > 0 && each.head().isStillAt(copy, 0)) {
                if (each.isTelling() && !each.isNotIn(copy)) {
                    return Likeness.GONE_FROM_ORIGINAL;
                }
                likeness = Likeness.UNCLEAR;
            }
        }
        return likeness;
    }

    private void claim(Suspect suspect, long size) throws IOException {
        LOG.info(
                "{} is a copy of {}; its first {} bytes are known",
                suspect.found.path(),
                suspect.original.follower().source(),
                size);
        reading.remains().claim(suspect.found.path(), suspect.file.identity(), size);
    }

    void close() {
        held.values().forEach(suspect -> suspect.file.close());
        held.clear();
    }
}
