package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    /** A file that was renamed or removed is read on for this long after its last line. */
    private static final long ROTATED_WAIT = TimeUnit.SECONDS.toNanos(10);

    /** For so long, if it is still there: its writer may be slow to let go of it. */
    private static final long RENAMED_WAIT = TimeUnit.MINUTES.toNanos(5);
    /** Looking for files takes at most one part in so many of the time; less where the system tells of new ones. */
    private static final int SHARE = 200;

    private static final int WATCHED_SHARE = 600;
    private static final long WATCHED_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_WAIT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int FILES_A_ROUND = 400;
    private static final long A_SECOND_FOR = 1_000;
    private static final int WATCHED_SPREAD = 4;
    private static final int MOST_IDLE_OPEN = 256;
    private static final long OPEN_FOR = TimeUnit.SECONDS.toNanos(5);

    private final LogFiles files;
    private final Reading reading;
    private final Duration rescan;
    private final FolderWatch watch;
    private final Suspects suspects;
    private final Map<FileIdentity, Tracked> tracked = new LinkedHashMap<>();
    private final Map<Path, Tracked> byPath = new HashMap<>();
    /** Those that are looked at in each turn; the quiet ones have their rounds. */
    private final Set<Tracked> awake = new LinkedHashSet<>();

    private final List<Tracked> others = new ArrayList<>();
    private final Set<Path> passedOver = new HashSet<>();
    private Set<Path> folders = Set.of();
    private boolean looked;
    /** Whether the system tells of all that happens. */
    private boolean relies;

    private boolean active = true;
    private long nextLook = System.nanoTime();
    private long nextSweep = nextLook;
    private long nextRound = nextLook;

    private Following(LogFiles files, Reading reading, Duration rescan, FolderWatch watch) {
        this.files = files;
        this.reading = reading;
        this.rescan = rescan;
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
        long start = System.nanoTime();
        if (start - nextLook < 0) {
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
        reading.registry().expire(tracked::containsKey);
        // New files' first generations, before a line bears them.
        reading.registry().save();
        long end = System.nanoTime();
        relies = suspects.isEmpty() && watch.covers(folders);
        long pause = relies ? Math.max(WATCHED_PAUSE, WATCHED_SHARE * (end - start)) : SHARE * (end - start);
        nextLook = end + Math.max(rescan.toNanos(), pause);
        return true;
    }

    private void take(List<FoundFile> found) {
        Set<FileIdentity> there = new HashSet<>();
        byPath.clear();
        // What is known first: it may claim a new file as the copy of what it was.
        for (boolean known : new boolean[] {true, false}) {
            for (FoundFile each : found) {
                if (known == isKnown(each.identity())) {
                    there.add(each.identity());
                    take(each);
                }
            }
        }
        tracked.forEach((identity, each) -> {
            if (!there.contains(identity)) {
                each.unnamed();
            }
        });
    }

    private static FileIdentity identity(Tracked each) {
        return ((FileFollower) each.follower()).identity();
    }

    private boolean isKnown(FileIdentity identity) {
        return tracked.containsKey(identity) || reading.registry().of(identity).isPresent();
    }

    private void take(FoundFile found) {
        Tracked known = tracked.get(found.identity());
        if (known != null) {
            known.isNow(found.path(), true);
            byPath.put(found.path(), known);
        } else if (!suspects.holds(found.identity())) {
            open(found);
        }
    }

    private void open(FoundFile found) {
        try {
            OpenFile file = OpenFile.open(found.path());
            Optional<Tracked> original = isKnown(file.identity()) ? Optional.empty() : original(found.path());
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

    /** The followed file of which this may be a copy, by its name. */
    private Optional<Tracked> original(Path path) {
        Path name = path.getFileName();
        if (name == null) {
            return Optional.empty();
        }
        return RotatedName.originals(name.toString()).stream()
                .map(path::resolveSibling)
                .filter(byPath::containsKey)
                .map(byPath::get)
                .findFirst();
    }

    private Tracked follow(OpenFile file, FoundFile found) throws IOException {
        Tracked fresh;
        try {
            fresh = new Tracked(FileFollower.of(file, found.path(), reading, found.route()), found.path());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        tracked.put(file.identity(), fresh);
        awake.add(fresh);
        Tracked before = byPath.put(found.path(), fresh);
        if (before != null) {
            before.unnamed();
            reading.metrics().rotations().increment();
        }
        LOG.info("following {}", found.path());
        return fresh;
    }

    private void clearSuspects() {
        for (Suspects.Cleared each : suspects.cleared()) {
            try {
                follow(each.file(), each.found());
            } catch (IOException e) {
                passOver(each.found().path(), e);
            }
        }
    }

    private void takeLeftovers() {
        Set<String> sources = new HashSet<>();
        byPath.keySet().forEach(path -> sources.add(path.toString()));
        Leftovers leftovers = new Leftovers(reading);
        for (Leftovers.Leftover each : leftovers.find(tracked::containsKey, source -> isOurs(source, sources))) {
            if (each instanceof Leftovers.Leftover.Rest rest) {
                tracked.put(rest.follower().identity(), rest(rest.follower()));
            } else if (each instanceof Leftovers.Leftover.Renamed renamed) {
                try {
                    OpenFile file = OpenFile.open(renamed.path());
                    follow(file, new FoundFile(renamed.path(), file.identity(), Route.DEFAULT))
                            .unnamed();
                } catch (IOException e) {
                    passOver(renamed.path(), e);
                }
            }
        }
    }

    private static Tracked rest(FileFollower follower) {
        Tracked rest = new Tracked(follower, Path.of(follower.source()));
        rest.unnamed();
        return rest;
    }

    /** Whether the globs still name it: what was left out since is not ours. */
    private boolean isOurs(String source, Set<String> named) {
        return named.contains(source) || files.names(Path.of(source));
    }

    /** All that is followed. */
    public Collection<Tracked> all() {
        List<Tracked> all = new ArrayList<>(tracked.values());
        all.addAll(others);
        return all;
    }

    /** What may have something new. */
    public List<Tracked> due() {
        long now = System.nanoTime();
        if (now - nextRound >= 0) {
            nextRound = now + ROUND * Math.max(1, tracked.size() / FILES_A_ROUND);
            tracked.values().stream().filter(each -> each.isDue(now)).forEach(awake::add);
        }
        List<Tracked> due = new ArrayList<>();
        active = !others.isEmpty();
        for (Iterator<Tracked> each = awake.iterator(); each.hasNext(); ) {
            Tracked next = each.next();
            active |= next.isActive(now);
            if (next.isDue(now)) {
                due.add(next);
            } else if (!next.isActive(now)) {
                each.remove();
            }
        }
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
        long now = System.nanoTime();
        if (now - nextSweep < 0) {
            return List.of();
        }
        List<Tracked> ending = new ArrayList<>();
        for (Tracked each : tracked.values()) {
            if (!each.isFinished() && each.isRotatedAway() && each.isQuietFor(now, ROTATED_WAIT)) {
                each.finished();
                ending.add(each);
            }
        }
        return ending;
    }

    /** Leaves what ended, and gives back descriptors; what was left, for whoever has something of it. */
    public List<Tracked> leave() {
        long now = System.nanoTime();
        if (now - nextSweep < 0) {
            return List.of();
        }
        nextSweep = now + TimeUnit.SECONDS.toNanos(1);
        List<Tracked> left = new ArrayList<>();
        for (Tracked each : List.copyOf(tracked.values())) {
            if (!each.isNamed() && each.isFinished() && each.isQuietFor(now, each.isThere() ? RENAMED_WAIT : 0)) {
                left.add(each);
                leave(each);
            }
        }
        restIdle(now);
        return left;
    }

    private void leave(Tracked each) {
        FileIdentity identity = identity(each);
        reading.registry().of(identity).ifPresent(position -> reading.registry().put(position.asLeft()));
        tracked.remove(identity);
        awake.remove(each);
        byPath.remove(each.path(), each);
        each.follower().close();
        LOG.info("{} was rotated away and is read to its end", each.follower().source());
    }

    private void restIdle(long now) {
        List<FileFollower> idle = new ArrayList<>();
        for (Tracked each : tracked.values()) {
            if (each.follower() instanceof FileFollower file
                    && !file.isResting()
                    && each.isNamed()
                    && each.isQuietFor(now, OPEN_FOR)) {
                idle.add(file);
            }
        }
        for (int i = 0; i < idle.size() - MOST_IDLE_OPEN; i++) {
            idle.get(i).rest();
        }
    }

    /** Waits until something happens, at most so long. */
    public void await(Duration most) throws InterruptedException {
        // Lest a busy writer wakes us for each of its lines.
        LockSupport.parkNanos(SHORTEST_WAIT);
        boolean soon = active || !suspects.isEmpty();
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
            Tracked known = byPath.get(path);
            if (known != null) {
                known.wake();
                awake.add(known);
            }
        }
        changes.appeared().forEach(this::appeared);
        if (changes.vanished() || changes.missed()) {
            nextLook = Math.min(nextLook, System.nanoTime() + rescan.toNanos());
        }
        if (changes.missed()) {
            nextRound = System.nanoTime();
            tracked.values().forEach(Tracked::wake);
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
            nextLook = Math.min(nextLook, System.nanoTime() + rescan.toNanos());
        }
    }

    /** After what was read could not be delivered: everything is read again from where it had arrived. */
    public void rewind() {
        nextRound = System.nanoTime();
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
