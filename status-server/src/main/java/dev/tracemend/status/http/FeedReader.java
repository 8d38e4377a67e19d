package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardHealth;
import dev.tracemend.status.board.BoardPosition;
import dev.tracemend.status.http.EventFeed.Moment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * How far one reader has been told. It never has a queue of its own: it keeps its position and is told what changed since,
 * so a slow one skips what is outdated. It is asked for one moment after the other, each after what the last one gave was
 * sent: nothing here runs twice at a time, and each sees what the one before left.
 */
final class FeedReader {
    /** How long a board may take without coming nearer to what a returning reader knows, before all is told anew. */
    private static final int PATIENCE_BEATS = 60;

    private final Board board;
    private final FeedFrames frames;
    private Optional<BoardPosition> told;
    private int generation = -1;
    private int waited;
    private BoardPosition seen;
    private @Nullable Moment last;

    FeedReader(Board board, FeedFrames frames, Optional<BoardPosition> known) {
        this.board = board;
        this.frames = frames;
        this.told = known;
        this.seen = board.index().position();
    }

    /** What there is to tell at a moment, in order; nothing, mostly. */
    Publisher<byte[]> news(Moment given) {
        Moment before = last;
        // The first look may come behind a newer moment.
        Moment moment = before != null && given.beats() < before.beats() ? before : given;
        Flux<byte[]> changes = changes(moment);
        last = moment;
        if (before == null || before.pipeline() != moment.pipeline()) {
            return changes.concatWithValues(moment.pipeline());
        }
        return before.heartbeats() == moment.heartbeats() ? changes : changes.concatWithValues(FeedFrames.HEARTBEAT);
    }

    private Flux<byte[]> changes(Moment moment) {
        boolean returns = generation < 0 && told.isPresent();
        if (!returns && generation != board.index().generation()) {
            return tell(frames.snapshot());
        }
        if (told.isEmpty()) {
            return Flux.empty();
        }
        Optional<FeedFrames.News> news = frames.after(told.get());
        if (news.isPresent()) {
            return tell(news.get());
        }
        return returns && isHopeless(moment) ? tell(frames.snapshot()) : Flux.empty();
    }

    /** A position that no board comes to is of another broker, or of a topic that was made anew. */
    private boolean isHopeless(Moment moment) {
        BoardPosition now = board.index().position();
        if (!now.home().isEmpty() && !now.home().equals(told.orElseThrow().home())) {
            return true;
        }
        Moment before = last;
        boolean beat = before != null && before.beats() != moment.beats();
        boolean moves = !now.equals(seen) || board.health().state() != BoardHealth.State.RUNNING;
        seen = now;
        waited = moves ? 0 : beat ? waited + 1 : waited;
        return waited >= PATIENCE_BEATS;
    }

    private Flux<byte[]> tell(FeedFrames.News news) {
        told = Optional.of(news.position());
        generation = news.generation();
        if (news.first().length == 0) {
            return Flux.empty();
        }
        Flux<byte[]> rest = Flux.range(1, Math.max(0, news.parts() - 1))
                .map(number -> frames.part(news.changes().orElseThrow(), number));
        return Flux.concat(Flux.just(news.first()), rest);
    }
}
