package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which of the files that are found are followed, and from where: new ones, copies of what is followed, the rest of
 * what was left at the last run, and files that were rotated away before they were seen. One thread only.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final LogFiles files;
    private final Reading reading;
    private final TrackedFiles tracked;
    private final Suspects suspects;
    private final BetweenLooks between = new BetweenLooks();
    private final Set<Path> passedOver = new HashSet<>();

    Intake(LogFiles files, Reading reading, TrackedFiles tracked) {
        this.files = files;
        this.reading = reading;
        this.tracked = tracked;
        this.suspects = new Suspects(reading);
    }

    /** Whether it is not yet clear of some file what it is. */
    boolean isUnsure() {
        return !suspects.isEmpty();
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

    /** A single one. */
    void take(FoundFile found) {
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
            if (isHeld(file)) {
                // Renamed since it was listed: by now the name leads to one that we have, and it is not read twice.
                file.close();
                return;
            }
            Optional<Tracked> original = isKnown(file.identity()) ? Optional.empty() : tracked.original(found.path());
            if (original.isPresent()) {
                suspects.hold(file, found, original.get());
                clearSuspects();
            } else {
                follow(file, found.path(), found);
            }
        } catch (IOException e) {
            passOver(found.path(), e);
        }
    }

    private boolean isHeld(OpenFile file) {
        return tracked.has(file.identity()) || suspects.holds(file.identity());
    }

    /** Gone between listing and opening, or not ours to read; the next look decides. */
    private void passOver(Path path, IOException e) {
        if (passedOver.add(path)) {
            LOG.warn("{} cannot be opened and is passed over: {}", path, e.toString());
        }
    }

    private Tracked follow(OpenFile file, Path source, FoundFile found) throws IOException {
        Tracked fresh;
        try {
            fresh = new Tracked(FileFollower.of(file, source, reading, found.route()), found.path());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        tracked.add(file.identity(), fresh).ifPresent(before -> wasRotated(before, found.path()));
        LOG.info("following {}", found.path());
        return fresh;
    }

    private void wasRotated(Tracked before, Path path) {
        reading.metrics().rotations().increment();
        if (before.path().equals(path)) {
            before.unnamed();
        }
        rotated(before, path);
    }

    /** Where the globs name rotated files, too, none is missed. */
    private void rotated(Tracked before, Path source) {
        if (before.follower() instanceof FileFollower file && !files.names(Path.of(source + ".1"))) {
            file.file().ifPresent(open -> between.rotated(source, open.key()));
        }
    }

    /** Follows what has been found out about since the last call: what is no copy, or one that is known up to its end. */
    void clearSuspects() {
        List<Suspects.Cleared> cleared = suspects.cleared();
        for (Suspects.Cleared each : cleared) {
            try {
                follow(each.file(), each.found().path(), each.found());
            } catch (IOException e) {
                passOver(each.found().path(), e);
            }
        }
        if (!cleared.isEmpty()) {
            // What is a copy must be known as one whatever comes.
            reading.registry().save();
        }
    }

    /** Of the last run. */
    void takeLeftovers() {
        Set<String> named = new HashSet<>();
        tracked.paths().forEach(path -> named.add(path.toString()));
        Leftovers leftovers = new Leftovers(reading);
        // What was left out of the globs since is not ours.
        for (Leftovers.Leftover each :
                leftovers.find(tracked::has, source -> named.contains(source) || files.names(Path.of(source)))) {
            if (each instanceof Leftovers.Leftover.Rest rest) {
                tracked.addRest(rest.follower());
            } else if (each instanceof Leftovers.Leftover.Renamed renamed) {
                Path source = Path.of(renamed.source());
                takeUnnamed(renamed.path(), source).ifPresent(before -> rotated(before, source));
            }
        }
    }

    private Optional<Tracked> takeUnnamed(Path path, Path source) {
        try {
            OpenFile file = OpenFile.open(path);
            if (isHeld(file)) {
                file.close();
                return Optional.empty();
            }
            Tracked taken = follow(file, source, new FoundFile(path, file.identity(), Route.DEFAULT));
            taken.unnamed();
            return Optional.of(taken);
        } catch (IOException e) {
            passOver(path, e);
            return Optional.empty();
        }
    }

    /** Those that were rotated away before they were seen. */
    void takeMissed() {
        for (BetweenLooks.Missed each : between.missed()) {
            try {
                if (!files.names(each.path()) && isNew(each.path())) {
                    LOG.info("{} was {} for a moment, and is read", each.path(), each.source());
                    takeUnnamed(each.path(), each.source());
                }
            } catch (IOException e) {
                passOver(each.path(), e);
            }
        }
    }

    private boolean isNew(Path path) throws IOException {
        try (OpenFile file = OpenFile.open(path)) {
            return !isHeld(file) && !isKnown(file.identity()) && new KnownCopies(reading).knownUntil(file) == 0;
        }
    }

    void close() {
        suspects.close();
    }
}
