package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardPosition;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Changes of the board as server-sent events. {@code snapshot}: all there is, what was known before is void; {@code
 * incident}: one row as it is now; {@code pipeline}: how it flows; {@code heartbeat}: nothing new. The id of the first two
 * is a {@link BoardPosition}: who gives it back is told what came after it, nothing twice and nothing left out, by
 * whichever board of that broker. Changes are gathered for a tenth of a second and told to all readers at once.
 */
@Singleton
final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TICKS_A_BEAT = 10;
    private static final int BEATS_A_HEARTBEAT = 15;

    private final Board board;
    private final BrokerProbe probe;
    private final FeedFrames frames;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Sinks.Many<Moment> moments = Sinks.many().multicast().directBestEffort();
    private final AutoCloseable subscription;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "tracemend-feed");
        made.setDaemon(true);
        return made;
    });
    private PipelineReport flow;
    private long ticks;
    private volatile Moment now;

    /**
     * What all readers share.
     *
     * @param beats seconds since the start
     * @param pipeline the event that tells how it flows
     */
    record Moment(long beats, byte[] pipeline) {
        /** How often a sign of life was due. */
        long heartbeats() {
            return beats / BEATS_A_HEARTBEAT;
        }
    }

    EventFeed(Board board, BrokerProbe probe, FeedFrames frames) {
        this.board = board;
        this.probe = probe;
        this.frames = frames;
        this.flow = report();
        this.now = new Moment(0, FeedFrames.pipeline(flow));
        this.subscription = board.index().onChange(() -> changed.set(true));
        var unused = clock.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The events after a position as a browser gives it back; an empty or foreign one begins with a snapshot. */
    Flux<byte[]> from(String lastEventId) {
        FeedReader reader = new FeedReader(board, frames, BoardPosition.parse(lastEventId));
        // The present last, so that nothing is lost between the first look and the subscription.
        return Flux.merge(moments.asFlux().onBackpressureLatest(), Mono.fromSupplier(() -> now))
                .onBackpressureLatest()
                .concatMap(reader::news, 1);
    }

    private void tick() {
        try {
            boolean beat = ++ticks % TICKS_A_BEAT == 0;
            if (beat) {
                beat();
            }
            if (changed.getAndSet(false) || beat) {
                moments.tryEmitNext(now);
            }
        } catch (RuntimeException e) {
            // Whatever it was: a task that throws is never run again.
            LOG.error("The live view missed a moment; the next one makes up for it", e);
        }
    }

    private void beat() {
        PipelineReport seen = report();
        byte[] event = seen.equals(flow) ? now.pipeline() : FeedFrames.pipeline(seen);
        flow = seen;
        now = new Moment(now.beats() + 1, event);
    }

    /** The present state of the pipeline. */
    PipelineReport report() {
        Pipeline seen = probe.last();
        return new PipelineReport(
                seen.reachable(),
                seen.detail(),
                board.health().state().name().toLowerCase(Locale.ROOT),
                board.index().malformedRecords(),
                seen.topics(),
                seen.windows());
    }

    @PreDestroy
    void close() throws Exception {
        clock.shutdownNow();
        subscription.close();
        moments.tryEmitComplete();
    }
}
