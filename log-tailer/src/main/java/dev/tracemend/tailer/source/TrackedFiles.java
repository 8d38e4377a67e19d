package dev.tracemend.tailer.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that are followed, by what they are and by their names: which of them is to be looked at now, which has ended,
 * whose descriptor may rest. Active ones are looked at in each turn, quiet ones in rounds. One thread only.
 */
final class TrackedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TrackedFiles.class);
    /** A file that was renamed or removed is read on for this long after its last line. */
    private static final long ROTATED_WAIT = TimeUnit.SECONDS.toNanos(10);

    /** For so long, if it is still there: its writer may be slow to let go of it. */
    private static final long RENAMED_WAIT = TimeUnit.MINUTES.toNanos(5);

    private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int FILES_A_ROUND = 400;
    private static final int MOST_IDLE_OPEN = 256;
    private static final long OPEN_FOR = TimeUnit.SECONDS.toNanos(5);

    private final Map<FileIdentity, Tracked> tracked = new LinkedHashMap<>();
    private Map<Path, Tracked> byPath = new HashMap<>();
    private Map<Path, Tracked> byPathBefore = Map.of();
    /** Those that are looked at in each turn; the quiet ones have their rounds. */
    private final Set<Tracked> awake = new LinkedHashSet<>();

    private boolean active = true;
    private long nextSweep = System.nanoTime();
    private long nextRound = nextSweep;

    boolean has(FileIdentity identity) {
        return tracked.containsKey(identity);
    }

    Optional<Tracked> of(FileIdentity identity) {
        return Optional.ofNullable(tracked.get(identity));
    }

    Optional<Tracked> at(Path path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The one of which this may be a copy, by its name. */
    Optional<Tracked> original(Path copy) {
        Path name = copy.getFileName();
        return name == null
                ? Optional.empty()
                : RotatedName.originals(name.toString()).stream()
                        .flatMap(original -> at(copy.resolveSibling(original)).stream())
                        .findFirst();
    }

    Set<Path> paths() {
        return byPath.keySet();
    }

    int size() {
        return tracked.size();
    }

    Collection<Tracked> all() {
        return tracked.values();
    }

    /** A new one; the one that had its name until now, if there was one. */
    Optional<Tracked> add(FileIdentity identity, Tracked fresh) {
        tracked.put(identity, fresh);
        awake.add(fresh);
        Tracked before = byPath.put(fresh.path(), fresh);
        return Optional.ofNullable(before == null ? byPathBefore.get(fresh.path()) : before);
    }

    /** The rest of one that no name leads to. */
    void addRest(FileFollower follower) {
        Tracked rest = new Tracked(follower, Path.of(follower.source()));
        rest.unnamed();
        tracked.put(follower.identity(), rest);
    }

    /** A name of today leads to it. */
    void isNow(Tracked known, Path path) {
        known.isNow(path, true);
        byPath.put(path, known);
    }

    /** All names are to be said anew. */
    void forgetNames() {
        byPathBefore = byPath;
        byPath = new HashMap<>();
    }

    /** Names lead to these and no others. */
    void areNamed(Set<FileIdentity> there) {
        tracked.forEach((identity, each) -> {
            if (!there.contains(identity)) {
                each.unnamed();
            }
        });
    }

    /** What may have something new. */
    List<Tracked> due(long now) {
        if (now - nextRound >= 0) {
            nextRound = now + ROUND * Math.max(1, tracked.size() / FILES_A_ROUND);
            tracked.values().stream().filter(each -> each.isDue(now)).forEach(awake::add);
        }
        List<Tracked> due = new ArrayList<>();
        active = false;
        for (Iterator<Tracked> each = awake.iterator(); each.hasNext(); ) {
            Tracked next = each.next();
            active |= next.isActive(now);
            if (next.isDue(now)) {
                due.add(next);
            } else if (!next.isActive(now)) {
                each.remove();
            }
        }
        return due;
    }

    /** Whether there was one among them from which more is likely to come soon. */
    boolean isActive() {
        return active;
    }

    /** Something happened to it. */
    void wake(Tracked known) {
        known.wake();
        awake.add(known);
    }

    /** Something may have happened to any of them. */
    void wakeAll() {
        nextRound = System.nanoTime();
        tracked.values().forEach(Tracked::wake);
    }

    /** Those that were rotated away and are quiet: their last line, though it has no end, is to be given once. */
    List<Tracked> ending() {
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
    List<Tracked> leave(PositionRegistry registry) {
        long now = System.nanoTime();
        if (now - nextSweep < 0) {
            return List.of();
        }
        nextSweep = now + SWEEP;
        List<Tracked> left = new ArrayList<>();
        for (Tracked each : List.copyOf(tracked.values())) {
            if (!each.isNamed() && each.isFinished() && each.isQuietFor(now, each.isThere() ? RENAMED_WAIT : 0)) {
                left.add(each);
                leave(each, registry);
            }
        }
        restIdle(now);
        return left;
    }

    private void leave(Tracked each, PositionRegistry registry) {
        FileIdentity identity = ((FileFollower) each.follower()).identity();
        registry.of(identity).ifPresent(position -> registry.put(position.asLeft()));
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
}
