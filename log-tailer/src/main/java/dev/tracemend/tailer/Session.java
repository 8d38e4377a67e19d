package dev.tracemend.tailer;

import dev.tracemend.tailer.event.QuietSources;
import dev.tracemend.tailer.publish.LinePublisher;
import dev.tracemend.tailer.publish.RecordLimit;
import dev.tracemend.tailer.source.Follower;
import dev.tracemend.tailer.source.Tracked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    /** A last line without its end is taken for a whole one after this, where the tailer shall end at the files' ends. */
    private static final Duration LINE_WAIT = Duration.ofSeconds(1);

    private final TailerConfig config;
    private final Lasting lasting;
    private final BooleanSupplier stopping;
    private final LinePublisher publisher;
    private final BrokerSilence silence;
    private final Map<Follower, FollowedFile> followed = new LinkedHashMap<>();
    private final Map<String, FollowedFile> bySource = new HashMap<>();
    /** Those with news or with something on its way: of thousands of files most have neither. */
    private final Set<FollowedFile> lively = new LinkedHashSet<>();

    private final List<FollowedFile> idle = new ArrayList<>();
    private final Gauging gauging;
    private final Checkpoint checkpoint;
    /** Whether a line was read that waits for a moment only. */
    private boolean fresh;

    Session(TailerConfig config, Lasting lasting, RecordLimit limit, BooleanSupplier stopping) {
        this.config = config;
        this.lasting = lasting;
        this.stopping = stopping;
        this.silence = new BrokerSilence(config.bootstrap());
        this.gauging = new Gauging(lasting.metrics(), lasting.gauges());
        this.publisher =
                new LinePublisher(config.bootstrap(), config.topic(), config.publishing(), limit, this::waitOn);
        this.checkpoint = new Checkpoint(config.publishing().transactional(), lasting, publisher, lively);
        lasting.sources().rewind();
    }

    /** One turn over all files; whether any had something new. */
    boolean turn() {
        fresh = false;
        lasting.sources().notice();
        look();
        leaveEnded();
        boolean any = false;
        for (Tracked source : lasting.sources().due()) {
            any |= turn(source);
            checkpoint.saveIfMany();
        }
        giveAwayIdle();
        if (!any && config.reading().untilCaughtUp()) {
            followed.values().stream()
                    .filter(file -> file.finishAfter(LINE_WAIT))
                    .forEach(lively::add);
        }
        tick();
        if (!any) {
            // Before what may take a moment: files that are read to their ends fill no batch.
            publisher.hurry();
        }
        checkpoint.save();
        return any;
    }

    /** While the broker takes nothing, files may still be rotated: those that appear are opened before they go. */
    private boolean waitOn() {
        lasting.sources().notice();
        look();
        checkpoint.save();
        return !stopping.getAsBoolean();
    }

    private void look() {
        silence.look(publisher.acknowledged(), publisher.inFlight());
        gauging.look(followed.values(), publisher, silence);
        if (lasting.sources().look()) {
            boolean first =
                    config.reading().untilCaughtUp() && !lasting.catchUp().isSet();
            for (Tracked source : lasting.sources().all()) {
                FollowedFile file = of(source);
                if (first) {
                    file.waitFor();
                }
            }
            lasting.catchUp().set();
        }
    }

    private FollowedFile of(Tracked source) {
        return followed.computeIfAbsent(source.follower(), key -> {
            FollowedFile file = new FollowedFile(source, lasting, publisher, config);
            bySource.put(source.follower().source(), file);
            lively.add(file);
            return file;
        });
    }

    private boolean turn(Tracked source) {
        FollowedFile file = of(source);
        boolean any = false;
        try {
            any = file.turn();
            idle.add(file);
            if (any) {
                lively.add(file);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read now: {}", source.follower().source(), e.toString());
        }
        fresh |= file.isFresh();
        source.turned(any, file.isSettled(), lasting.sources().longestPause());
        return any;
    }

    /**
     * Events that have waited long enough go; where they end is written down before, lest another start reads more lines
     * into them, under the same id.
     */
    private void giveAwayIdle() {
        idle.removeIf(file -> !file.cutIfIdle());
        if (!idle.isEmpty()) {
            checkpoint.savePositions();
            idle.forEach(FollowedFile::giveAway);
            lively.addAll(idle);
            idle.clear();
        }
    }

    private void leaveEnded() {
        for (Tracked source : lasting.sources().ending()) {
            of(source).end();
            lively.add(of(source));
        }
        for (Tracked source : lasting.sources().leave()) {
            FollowedFile left = followed.remove(source.follower());
            if (left != null) {
                lively.remove(left);
                bySource.remove(source.follower().source(), left);
            }
            lasting.catchUp().gone(source.follower().idText());
        }
    }

    private void tick() {
        lively.forEach(FollowedFile::tellQuiet);
        for (QuietSources.Tick tick : lasting.quiet().due(FollowedFile.now())) {
            publisher.send(
                    topicOf(tick.source()),
                    lasting.envelope().tick(tick.lastId(), tick.number(), tick.source(), tick.time()),
                    tick.arrived());
        }
    }

    /** Of a source that is not followed now, for its file has gone, the default. */
    private String topicOf(String source) {
        FollowedFile file = bySource.get(source);
        return file == null ? config.publishing().topic(config.topic()) : file.topic();
    }

    /** Waits until a source may have something new, at most about so long. */
    void await(Duration most) throws InterruptedException {
        lasting.sources().await(fresh ? FollowedFile.ALONE_WAIT : most);
    }

    /** Whether all sources were streams that have ended, and everything has arrived. */
    boolean isOver() {
        return lasting.sources().isOver()
                && followed.values().stream().allMatch(file -> file.isQuietFor(config.joinWait()));
    }

    /** Whether the tailer shall end at the ends of its sources and all that was there has arrived. */
    boolean isCaughtUp() {
        return config.reading().untilCaughtUp()
                && lasting.catchUp().isDone()
                && lasting.sources().streamsAreOver()
                && followed.values().stream()
                        .filter(file -> !file.follower().hasFile())
                        .allMatch(file -> file.isQuietFor(config.joinWait()));
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
        lively.addAll(followed.values());
        try {
            followed.values().forEach(FollowedFile::cut);
            checkpoint.savePositions();
            followed.values().forEach(this::flush);
            if (publisher.commit()) {
                publisher.close();
            }
        } finally {
            if (Thread.interrupted()) {
                LOG.debug("interrupted while stopping; an interrupted thread could not write the positions");
            }
            checkpoint.remember();
            gauging.now(followed.values(), publisher, silence);
        }
    }

    private void flush(FollowedFile file) {
        if (file.isNamed()) {
            file.flush();
        } else {
            file.end();
        }
    }

    @Override
    public void close() {
        publisher.abandon();
        if (stopping.getAsBoolean()) {
            gauging.lost(followed.values());
        }
    }
}
