package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.IncidentRow;
import dev.tracemend.status.board.IncidentState;
import dev.tracemend.status.board.RowPage;
import dev.tracemend.status.board.RowPlace;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import jakarta.inject.Singleton;
import java.util.List;

/** Rows as a reader sees them: in parts, and with the state that only the present tells. */
@Singleton
final class Listing {
    private final Board board;
    private final BrokerProbe probe;

    Listing(Board board, BrokerProbe probe) {
        this.board = board;
        this.probe = probe;
    }

    /** A part of at most {@code limit} rows after the row that {@code cursor} names; empty texts mean all topics, the start. */
    IncidentPage page(String topic, int limit, String cursor) {
        RowPlace.Cursor after = cursor.isEmpty()
                ? RowPlace.Cursor.START
                : RowPlace.Cursor.parse(cursor)
                        .orElseThrow(() -> new BadQuestionException(
                                "cursor is not one of ours: give back \"next\" of an earlier answer"));
        return present(board.index().page(topic, limit, after));
    }

    IncidentPage present(RowPage page) {
        Pipeline pipeline = probe.last();
        List<IncidentRow> shown =
                page.rows().stream().map(row -> present(row, pipeline)).toList();
        String next =
                page.more() ? RowPlace.Cursor.of(shown.get(shown.size() - 1)).text() : "";
        return new IncidentPage(shown, next, page.total(), page.position().text());
    }

    IncidentRow present(IncidentRow row, Pipeline pipeline) {
        return row.in(state(row.state(), row.topic(), pipeline));
    }

    IncidentState state(IncidentState stored, String topic, Pipeline pipeline) {
        return stored == IncidentState.NEW && pipeline.hasWorker(topic) ? IncidentState.WORKING : stored;
    }
}
