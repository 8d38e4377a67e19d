package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long A_SECOND_FOR = 1_000;
    private static final int WATCHED_SPREAD = 4;

    private final LogFiles files;
    private final Reading reading;
    private final Rescan rescan;
    private final FolderWatch watch;
    private final Suspects suspects;
    private final TrackedFiles tracked = new TrackedFiles();
    private final List<Tracked> others = new ArrayList<>();
    private final Set<Path> passedOver = new HashSet<>();
    private Set<Path> folders = Set.of();
    private boolean looked;
    /** Whether the system tells of all that happens. */
    private boolean relies;

    private Following(LogFiles files, Reading reading, Duration rescan, FolderWatch watch) {
        this.files = files;
        this.reading = reading;
        this.rescan = new Rescan(rescan);
        this.watch = watch;
        this.suspects = new Suspects(reading);
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
        take(look.files());
        if (!looked) {
            takeLeftovers();
            looked = true;
        }
        clearSuspects();
        reading.registry().expire(tracked::has);
        // New files' first generations, before a line bears them.
        reading.registry().save();
        relies = suspects.isEmpty() && watch.covers(folders);
        rescan.ended(relies);
        return true;
    }

    /** What a listing says, which may be a moment old. */
    void take(List<FoundFile> found) {
        Set<FileIdentity> there = new HashSet<>();
        tracked.forgetNames();
        // What is known first: it may claim a new file as the copy of what it was.
        for (boolean known : new boolean[] {true, false}) {
            for (FoundFile each : found) {
                if (known == isKnown(each.identity())) {
                    there.add(each.identity());
                    take(each);
                }
            }
        }
        tracked.areNamed(there);
    }

    private boolean isKnown(FileIdentity identity) {
        return tracked.has(identity) || reading.registry().of(identity).isPresent();
    }

    private void take(FoundFile found) {
        Optional<Tracked> known = tracked.of(found.identity());
        if (known.isPresent()) {
            tracked.isNow(known.get(), found.path());
        } else if (!suspects.holds(found.identity())) {
            open(found);
        }
    }

    private void open(FoundFile found) {
        try {
            OpenFile file = OpenFile.open(found.path());
            if (tracked.has(file.identity()) || suspects.holds(file.identity())) {
                // Renamed since it was listed: by now the name leads to one that we have, and it is not read twice.
                file.close();
                return;
            }
            Optional<Tracked> original = isKnown(file.identity()) ? Optional.empty() : tracked.original(found.path());
            if (original.isPresent()) {
                suspects.hold(file, found, original.get());
                clearSuspects();
            } else {
                follow(file, found);
            }
        } catch (IOException e) {
            passOver(found.path(), e);
        }
    }

    /** Gone between listing and opening, or not ours to read; the next look decides. */
    private void passOver(Path path, IOException e) {
        if (passedOver.add(path)) {
            LOG.warn("{} cannot be opened and is passed over: {}", path, e.toString());
        }
    }

    private Tracked follow(OpenFile file, FoundFile found) throws IOException {
        Tracked fresh;
        try {
            fresh = new Tracked(FileFollower.of(file, found.path(), reading, found.route()), found.path());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        tracked.add(file.identity(), fresh).ifPresent(before -> {
            before.unnamed();
            reading.metrics().rotations().increment();
        });
        LOG.info("following {}", found.path());
        return fresh;
    }

    private void clearSuspects() {
        List<Suspects.Cleared> cleared = suspects.cleared();
        for (Suspects.Cleared each : cleared) {
            try {
                follow(each.file(), each.found());
            } catch (IOException e) {
                passOver(each.found().path(), e);
            }
        }
        if (!cleared.isEmpty()) {
            // What is a copy must be known as one whatever comes.
            reading.registry().save();
        }
    }

    private void takeLeftovers() {
        Set<String> sources = new HashSet<>();
        tracked.paths().forEach(path -> sources.add(path.toString()));
        Leftovers leftovers = new Leftovers(reading);
        for (Leftovers.Leftover each : leftovers.find(tracked::has, source -> isOurs(source, sources))) {
            if (each instanceof Leftovers.Leftover.Rest rest) {
                tracked.addRest(rest.follower());
            } else if (each instanceof Leftovers.Leftover.Renamed renamed) {
                try {
                    OpenFile file = OpenFile.open(renamed.path());
                    if (tracked.has(file.identity())) {
                        file.close();
                    } else {
                        follow(file, new FoundFile(renamed.path(), file.identity(), Route.DEFAULT))
                                .unnamed();
                    }
                } catch (IOException e) {
                    passOver(renamed.path(), e);
                }
            }
        }
    }

    /** Whether the globs still name it: what was left out since is not ours. */
    private boolean isOurs(String source, Set<String> named) {
        return named.contains(source) || files.names(Path.of(source));
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
        return others.stream().allMatch(each -> each.follower() instanceof StreamFollower in && in.isOver());
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
        // Lest a busy writer wakes us for each of its lines.
        LockSupport.parkNanos(SHORTEST_WAIT);
        boolean soon = tracked.isActive() || !others.isEmpty() || !suspects.isEmpty();
        notice(watch.await(soon ? most.toNanos() : Math.max(most.toNanos(), LONGEST_WAIT)));
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
        clearSuspects();
    }

    private void appeared(Path path) {
        Optional<FoundFile> found = files.find(path);
        if (found.isPresent()) {
            take(found.get());
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
        suspects.close();
        watch.close();
    }
}
