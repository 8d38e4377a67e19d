package dev.tracemend.tailer;

import dev.tracemend.tailer.event.QuietSources;
import dev.tracemend.tailer.publish.LinePublisher;
import dev.tracemend.tailer.publish.RecordLimit;
import dev.tracemend.tailer.source.FileFollower;
import dev.tracemend.tailer.source.FileIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All files with one producer. When the producer fails for good, the session is thrown away and another starts at the
 * acknowledged positions: lines may come twice, with the same ids, none is lost. One thread only.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** A file that was renamed or removed is read on for this long after its last line. */
    private static final Duration ROTATED_WAIT = Duration.ofSeconds(10);

    /** A last line without its end is taken for a whole one after this, where the tailer shall end at the files' ends. */
    private static final Duration LINE_WAIT = Duration.ofSeconds(1);

    private static final Duration SAVE_EVERY = Duration.ofMillis(200);
    /** Looking the globs up takes at most one part in so many of the time. */
    private static final int LOOK_SHARE = 200;

    private final TailerConfig config;
    private final Lasting lasting;
    private final BooleanSupplier stopping;
    private final LinePublisher publisher;
    private final BrokerSilence silence;
    private final Map<FileIdentity, FollowedFile> followed = new LinkedHashMap<>();
    private final Set<Path> passedOver = new HashSet<>();
    private final Map<Path, FileIdentity> behindName = new HashMap<>();
    private final Gauging gauging;
    private Set<FileIdentity> named = Set.of();
    private long nextLook = System.nanoTime();
    private long nextSave = System.nanoTime();

    Session(TailerConfig config, Lasting lasting, RecordLimit limit, BooleanSupplier stopping) {
        this.config = config;
        this.lasting = lasting;
        this.stopping = stopping;
        this.silence = new BrokerSilence(config.bootstrap());
        this.gauging = new Gauging(lasting.metrics(), lasting.gauges());
        this.publisher =
                new LinePublisher(config.bootstrap(), config.topic(), config.publishing(), limit, this::waitOn);
    }

    /** One turn over all files; whether any had something new. */
    boolean turn() {
        look();
        leaveEnded();
        boolean any = false;
        for (FollowedFile file : List.copyOf(followed.values())) {
            try {
                any |= file.turn();
            } catch (IOException e) {
                LOG.warn("{} cannot be read now: {}", file.follower().source(), e.toString());
            }
        }
        if (!any && config.reading().untilCaughtUp()) {
            followed.values().forEach(file -> file.finishAfter(LINE_WAIT));
        }
        tick();
        save();
        return any;
    }

    /** While the broker takes nothing, files may still be rotated: those that appear are opened before they go. */
    private boolean waitOn() {
        look();
        save();
        return !stopping.getAsBoolean();
    }

    private void look() {
        silence.look(publisher.acknowledged(), publisher.inFlight());
        gauging.look(followed.values(), named, publisher, silence);
        long start = System.nanoTime();
        if (start < nextLook) {
            return;
        }
        Set<FileIdentity> found = new HashSet<>();
        for (Path path : lasting.files().now()) {
            try {
                FileIdentity identity = FileIdentity.of(path);
                found.add(identity);
                open(path, identity);
            } catch (IOException e) {
                // Gone between listing and opening, or not ours to read; the next look decides.
                if (passedOver.add(path)) {
                    LOG.warn("{} cannot be opened and is passed over: {}", path, e.toString());
                }
            }
        }
        named = found;
        lasting.catchUp().set();
        long took = System.nanoTime() - start;
        nextLook = start + Math.max(config.rescan().toNanos(), LOOK_SHARE * took);
    }

    private void open(Path path, FileIdentity identity) throws IOException {
        FileIdentity before = behindName.put(path, identity);
        if (followed.containsKey(identity)) {
            return;
        }
        FileFollower follower = FileFollower.open(path, lasting.registry());
        FollowedFile file = new FollowedFile(follower, lasting, publisher, config.joinWait());
        followed.put(follower.identity(), file);
        if (config.reading().untilCaughtUp() && !lasting.catchUp().isSet()) {
            file.waitFor();
        }
        if (before != null && !before.equals(identity)) {
            lasting.metrics().rotations().increment();
        }
        LOG.info("following {}", path);
    }

    private void leaveEnded() {
        followed.values().removeIf(file -> {
            boolean ended = !named.contains(file.follower().identity())
                    && file.isQuietFor(ROTATED_WAIT)
                    && !file.finishAfter(ROTATED_WAIT);
            if (ended) {
                lasting.catchUp().gone(file.follower().identity());
                file.close();
            }
            return ended;
        });
    }

    private void save() {
        if (System.nanoTime() >= nextSave) {
            remember();
            nextSave = System.nanoTime() + SAVE_EVERY.toNanos();
        }
    }

    private void tick() {
        followed.values().forEach(FollowedFile::tellQuiet);
        for (QuietSources.Tick tick : lasting.quiet().due(FollowedFile.now())) {
            publisher.send(
                    lasting.envelope().tick(tick.lastId(), tick.number(), tick.source(), tick.time()), tick.arrived());
        }
    }

    private void remember() {
        followed.values().forEach(FollowedFile::remember);
        followed.values().forEach(FollowedFile::tellQuiet);
        // Before the positions: what they have passed is owed its ticks, whatever comes.
        lasting.quiet().save();
        String problem = lasting.registry().save();
        lasting.gauges().checkpoint(problem);
        if (!problem.isEmpty()) {
            lasting.metrics().checkpointFailures().increment();
        }
    }

    Optional<Exception> failure() {
        return publisher.failure();
    }

    /** What to tell a person when no other session would fare better. */
    Optional<String> finalFailure() {
        return publisher.finalFailure();
    }

    /** Whether the failure is a record that was larger than the broker takes. */
    boolean isRefusedForSize() {
        return publisher.isRefusedForSize();
    }

    long acknowledged() {
        return publisher.acknowledged();
    }

    /** Ends open events, waits for what is on its way, and saves the positions. */
    void finish() {
        try {
            followed.values().forEach(this::flush);
            publisher.close();
        } finally {
            if (Thread.interrupted()) {
                LOG.debug("interrupted while stopping; an interrupted thread could not write the positions");
            }
            remember();
            gauging.now(followed.values(), named, publisher, silence);
        }
    }

    private void flush(FollowedFile file) {
        if (named.contains(file.follower().identity())) {
            file.flush();
        } else {
            file.end();
        }
    }

    @Override
    public void close() {
        publisher.abandon();
        gauging.lost(followed.values(), lasting.files());
        followed.values().forEach(FollowedFile::close);
    }
}
