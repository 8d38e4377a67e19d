package dev.tracemend.status.http;

import dev.tracemend.contracts.Wire;
import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardChanges;
import dev.tracemend.status.board.BoardPosition;
import dev.tracemend.status.board.RowPage;
import dev.tracemend.status.board.RowPlace;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Server-sent events as bytes. Readers who stand at the same position get the same bytes, made once: most stand at the
 * newest, and after a restart all ask for the same old one.
 */
@Singleton
final class FeedFrames {
    static final byte[] HEARTBEAT = ": still here\nevent: heartbeat\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int SNAPSHOT_ROWS = 500;
    private static final int ROWS_AT_ONCE = 500;
    private static final int REMEMBERED = 16;

    private final Board board;
    private final BrokerProbe probe;
    private final Listing listing;
    private final Map<BoardPosition, News> recent = new LinkedHashMap<>();
    private Optional<News> snapshot = Optional.empty();

    FeedFrames(Board board, BrokerProbe probe, Listing listing) {
        this.board = board;
        this.probe = probe;
        this.listing = listing;
    }

    /**
     * What a reader has to be told.
     *
     * @param first the events, or as many as are sent at once
     * @param changes the changes they tell of; what is beyond the first is made when it is sent
     * @param position where the reader stands after all of them
     * @param generation of the board that told it
     */
    record News(byte[] first, Optional<BoardChanges> changes, BoardPosition position, int generation) {
        int parts() {
            return changes.map(all -> (all.size() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)
                    .orElse(1);
        }
    }

    /** All there is, in place of whatever the reader had. */
    synchronized News snapshot() {
        BoardPosition now = board.index().position();
        int generation = board.index().generation();
        if (snapshot.filter(old -> old.position().equals(now) && old.generation() == generation)
                .isEmpty()) {
            RowPage page = board.index().page("", SNAPSHOT_ROWS, RowPlace.Cursor.START);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(text("retry: " + RETRY.toMillis() + "\n"));
            append(bytes, "snapshot", page.position().text(), listing.present(page));
            snapshot = Optional.of(new News(bytes.toByteArray(), Optional.empty(), page.position(), page.generation()));
        }
        return snapshot.orElseThrow();
    }

    /** What came after a position; nothing while the board itself has not come as far. */
    synchronized Optional<News> after(BoardPosition known) {
        BoardPosition now = board.index().position();
        News remembered = recent.get(known);
        if (remembered != null && remembered.position().equals(now)) {
            return Optional.of(remembered);
        }
        int generation = board.index().generation();
        Optional<News> made = board.index()
                .since(known)
                .map(all -> new News(part(all, 0), Optional.of(all), all.position(), generation));
        made.ifPresent(news -> remember(known, news));
        return made;
    }

    private void remember(BoardPosition known, News news) {
        recent.remove(known);
        recent.put(known, news);
        if (recent.size() > REMEMBERED) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    /** Some of the changes; a reader who is cut off within them has the position of the last it got. */
    byte[] part(BoardChanges changes, int number) {
        Pipeline pipeline = probe.last();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int end = Math.min(changes.size(), (number + 1) * ROWS_AT_ONCE);
        for (int i = number * ROWS_AT_ONCE; i < end; i++) {
            append(bytes, "incident", changes.position(i).text(), listing.present(changes.row(i), pipeline));
        }
        return bytes.toByteArray();
    }

    /** How it flows now; has no id, since it is no part of the order of changes. */
    static byte[] pipeline(PipelineReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text("event: pipeline\ndata: "));
        bytes.writeBytes(Wire.write(report));
        bytes.writeBytes(text("\n\n"));
        return bytes.toByteArray();
    }

    /** JSON holds no line feed, so the data are one line. */
    private static void append(ByteArrayOutputStream bytes, String name, String id, Record data) {
        bytes.writeBytes(text("id: " + id + "\nevent: " + name + "\ndata: "));
        bytes.writeBytes(Wire.write(data));
        bytes.writeBytes(text("\n\n"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
