package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sources that are followed, by one thread: finds files that appear and lets go of those that ended, says which may have
 * something new, and waits until one has. Open files are kept whatever becomes of the broker. One thread only.
 */
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int FILES_A_MILLI = 16;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long A_SECOND_FOR = 1_000;
    private static final int WATCHED_SPREAD = 4;

    private final LogFiles files;
    private final Reading reading;
    private final Rescan rescan;
    private final FolderWatch watch;
    private final TrackedFiles tracked = new TrackedFiles();
    private final Intake intake;
    private final List<Tracked> others = new ArrayList<>();
    private Set<Path> folders = Set.of();
    private boolean looked;
    /** Whether the system tells of all that happens. */
    private boolean relies;

    private Following(LogFiles files, Reading reading, Duration rescan, FolderWatch watch) {
        this.files = files;
        this.reading = reading;
        this.rescan = new Rescan(rescan);
        this.watch = watch;
        this.intake = new Intake(files, reading, tracked);
    }

    /** Follows nothing until it has looked. */
    public static Following of(LogFiles files, Reading reading, Duration rescan) {
        try {
            return new Following(
                    files,
                    reading,
                    rescan,
                    new FolderWatch(FileSystems.getDefault().newWatchService()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("folders cannot be watched", e);
        }
    }

    /** A source that is no file. */
    public void add(Follower stream) {
        others.add(new Tracked(stream, Path.of(stream.source())));
    }

    /** Finds what has appeared, if it is time; whether it was. */
    public boolean look() {
        if (!rescan.begins()) {
            return false;
        }
        LogFiles.Look look = files.look();
        folders = look.folders();
        watch.watch(folders);
        intake.take(look.files());
        if (!looked) {
            intake.takeLeftovers();
            looked = true;
        }
        intake.clearSuspects();
        intake.takeMissed();
        reading.registry().expire(tracked::has);
        // New files' first generations, before a line bears them.
        reading.registry().save();
        relies = !intake.isUnsure() && watch.covers(folders);
        rescan.ended(relies);
        return true;
    }

    /** What a listing says that may be a moment old. */
    void take(List<FoundFile> found) {
        intake.take(found);
    }

    /** All that is followed. */
    public Collection<Tracked> all() {
        List<Tracked> all = new ArrayList<>(tracked.all());
        all.addAll(others);
        return all;
    }

    /** What may have something new. */
    public List<Tracked> due() {
        List<Tracked> due = tracked.due(System.nanoTime());
        due.addAll(others);
        return due;
    }

    /** Whether nothing more can come. */
    public boolean isOver() {
        return !others.isEmpty() && files.isNone() && streamsAreOver();
    }

    /** Whether every stream, if there are any, has ended. */
    public boolean streamsAreOver() {
        return others.stream().allMatch(each -> each.follower().isOver());
    }

    /** How long a quiet source may go without a look: what the system does not tell of is found then. */
    public long longestPause() {
        long spread = (long) tracked.size() * (relies ? WATCHED_SPREAD : 1);
        return TimeUnit.MILLISECONDS.toNanos(Math.max(A_SECOND_FOR, spread));
    }

    /** Sources that were rotated away and are quiet: their last line, though it has no end, is to be given once. */
    public List<Tracked> ending() {
        return tracked.ending();
    }

    /** Leaves what ended, and gives back descriptors; what was left, for whoever has something of it. */
    public List<Tracked> leave() {
        return tracked.leave(reading.registry());
    }

    /** Waits until something happens, at most so long. */
    public void await(Duration most) throws InterruptedException {
        long began = System.nanoTime();
        // Lest a busy writer wakes us for each of its lines, or the looks at many take all the time there is.
        long park = Math.min(LONGEST_PARK, SHORTEST_WAIT * Math.max(1, tracked.awake() / FILES_A_MILLI));
        LockSupport.parkNanos(Math.min(park, most.toNanos()));
        boolean soon = tracked.isActive() || !others.isEmpty() || intake.isUnsure();
        long wait = soon ? most.toNanos() : Math.max(most.toNanos(), LONGEST_WAIT);
        notice(watch.await(Math.max(0, wait - (System.nanoTime() - began))));
    }

    /** Opens what has appeared by now, without waiting: it may be gone before there is time to read it. */
    public void notice() {
        try {
            notice(watch.await(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notice(FolderWatch.Changes changes) {
        for (Path path : changes.touched()) {
            tracked.at(path).ifPresent(tracked::wake);
        }
        changes.appeared().forEach(this::appeared);
        if (changes.vanished() || changes.missed()) {
            rescan.soon();
        }
        if (changes.missed()) {
            tracked.wakeAll();
        }
        intake.clearSuspects();
        intake.takeMissed();
    }

    private void appeared(Path path) {
        Optional<FoundFile> found = files.find(path);
        if (found.isPresent()) {
            intake.take(found.get());
            reading.registry().save();
        } else {
            // A folder, or what was gone at once.
            rescan.soon();
        }
    }

    /** After what was read could not be delivered: everything is read again from where it had arrived. */
    public void rewind() {
        tracked.wakeAll();
        for (Tracked each : all()) {
            try {
                each.follower().rewind();
                each.wake();
            } catch (IOException e) {
                LOG.warn("{} cannot be read again: {}", each.follower().source(), e.toString());
            }
        }
    }

    @Override
    public void close() {
        all().forEach(each -> each.follower().close());
        intake.close();
        watch.close();
    }
}
