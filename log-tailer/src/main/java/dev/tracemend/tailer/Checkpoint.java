package dev.tracemend.tailer;

import dev.tracemend.tailer.publish.LinePublisher;
import java.time.Duration;
import java.util.Set;

/**
 * When and how a session writes down what has arrived: ticks that are owed before the positions that have passed their events,
 * and nothing that a transaction may still undo. One thread only.
 */
final class Checkpoint {
    private static final Duration SAVE_EVERY = Duration.ofMillis(200);
    /** Sooner where this many records have arrived since: after SIGKILL so many come again. */
    private static final long SAVE_AFTER = 1_000;

    private final boolean transactional;
    private final Lasting lasting;
    private final LinePublisher publisher;
    private final Set<FollowedFile> lively;
    private long nextSave = System.nanoTime();
    private long savedAt;
    /** A commit may wait for the broker, and what is done meanwhile must not begin another. */
    private boolean remembering;

    /** Of the files that have news or something on its way; those that have settled are taken out. */
    Checkpoint(boolean transactional, Lasting lasting, LinePublisher publisher, Set<FollowedFile> lively) {
        this.transactional = transactional;
        this.lasting = lasting;
        this.publisher = publisher;
        this.lively = lively;
    }

    /** Saves if it is time, or if much has arrived. */
    void save() {
        if (!remembering && System.nanoTime() >= nextSave) {
            remember();
            nextSave = System.nanoTime() + SAVE_EVERY.toNanos();
        } else {
            saveIfMany();
        }
    }

    /** Saves if much has arrived. */
    void saveIfMany() {
        if (!transactional && publisher.acknowledged() - savedAt >= SAVE_AFTER) {
            lively.forEach(FollowedFile::remember);
            lasting.quiet().saveNew();
            savePositions();
        }
    }

    /** Saves now; a transaction is committed before. */
    void remember() {
        remembering = true;
        boolean committed = publisher.commit();
        remembering = false;
        if (!committed) {
            // What was sent may still be undone: no position moves past it.
            return;
        }
        lively.forEach(FollowedFile::remember);
        lively.forEach(FollowedFile::tellQuiet);
        lively.removeIf(FollowedFile::rest);
        // Before the positions: what they have passed is owed its ticks, whatever comes.
        lasting.quiet().save();
        savePositions();
    }

    /** Writes the positions as the registry has them. */
    void savePositions() {
        savedAt = publisher.acknowledged();
        String problem = lasting.registry().save();
        lasting.gauges().checkpoint(problem);
        if (!problem.isEmpty()) {
            lasting.metrics().checkpointFailures().increment();
        }
    }
}
