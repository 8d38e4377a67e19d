package dev.tracemend.status.http;

import dev.tracemend.contracts.Wire;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardChanges;
import dev.tracemend.status.board.BoardPosition;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Changes of the board as server-sent events. {@code snapshot}: all there is, what was known before is void; {@code
 * incident}: one row as it is now; {@code pipeline}: how it flows; {@code heartbeat}: nothing new. A reader never has a
 * queue of its own: it keeps its position and is told what changed since, so a slow one skips what is outdated.
 */
@Singleton
final class EventFeed {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int MOST_ROWS = 500;

    private final Board board;
    private final BrokerProbe probe;
    private final Listing listing;
    private final Sinks.Many<Boolean> changes = Sinks.many().multicast().directBestEffort();
    private final AutoCloseable subscription;

    EventFeed(Board board, BrokerProbe probe, Listing listing) {
        this.board = board;
        this.probe = probe;
        this.listing = listing;
        this.subscription = board.index().onChange(() -> changes.tryEmitNext(true));
    }

    /** The events after a position as a browser gives it back; an empty or unknown one begins with a snapshot. */
    Flux<Event<String>> from(String lastEventId) {
        return Flux.merge(incidents(BoardPosition.parse(lastEventId)), pipeline(), heartbeat());
    }

    private Flux<Event<String>> incidents(BoardPosition start) {
        Reader reader = new Reader(start);
        // Changes first, so that none is lost between the first look and the subscription.
        return Flux.merge(changes.asFlux().onBackpressureLatest(), Mono.just(true))
                .onBackpressureLatest()
                .concatMap(changed -> reader.news(), 1);
    }

    /** How far one reader has been told; its events come one after the other, so nothing here runs twice at a time. */
    private final class Reader {
        private volatile BoardPosition told;

        Reader(BoardPosition start) {
            told = start;
        }

        Publisher<Event<String>> news() {
            BoardChanges since = board.index().since(told);
            told = since.position();
            if (since.anew()) {
                IncidentPage page = listing.page("", MOST_ROWS, "");
                return Mono.just(event("snapshot", page).id(told.text()).retry(RETRY));
            }
            Pipeline pipeline = probe.last();
            List<Event<String>> events = new ArrayList<>();
            since.rows()
                    .forEach(row -> events.add(event("incident", listing.present(row, pipeline))
                            .id(new BoardPosition(since.position().era(), row.sequence()).text())));
            return Flux.fromIterable(events);
        }
    }

    private Flux<Event<String>> pipeline() {
        return Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .map(tick -> report())
                .distinctUntilChanged()
                .map(report -> event("pipeline", report));
    }

    /** The present state of the pipeline. */
    PipelineReport report() {
        Pipeline seen = probe.last();
        return new PipelineReport(
                seen.reachable(),
                seen.detail(),
                board.health().state().name().toLowerCase(Locale.ROOT),
                board.index().malformedRecords(),
                seen.topics());
    }

    private static Flux<Event<String>> heartbeat() {
        return Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> Event.of("{}").name("heartbeat").comment("still here"));
    }

    private static Event<String> event(String name, Record data) {
        return Event.of(new String(Wire.write(data), StandardCharsets.UTF_8)).name(name);
    }

    @PreDestroy
    void close() throws Exception {
        subscription.close();
        changes.tryEmitComplete();
    }
}
