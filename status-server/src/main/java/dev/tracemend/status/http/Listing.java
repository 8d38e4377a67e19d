package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardPosition;
import dev.tracemend.status.board.IncidentRow;
import dev.tracemend.status.board.IncidentState;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Pipeline;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
        BoardPosition position = board.index().position();
        Pipeline pipeline = probe.last();
        List<IncidentRow> rows = board.index().newestFirst().stream()
                .filter(row -> topic.isEmpty() || row.topic().equals(topic))
                .toList();
        List<IncidentRow> rest = cursor.isEmpty() ? rows : after(rows, cursor);
        List<IncidentRow> shown =
                rest.stream().limit(limit).map(row -> present(row, pipeline)).toList();
        String next = rest.size() > shown.size() ? cursor(shown.get(shown.size() - 1)) : "";
        return new IncidentPage(shown, next, rows.size(), position.text());
    }

    IncidentRow present(IncidentRow row, Pipeline pipeline) {
        return row.in(state(row.state(), row.topic(), pipeline));
    }

    IncidentState state(IncidentState stored, String topic, Pipeline pipeline) {
        return stored == IncidentState.NEW && pipeline.hasWorker(topic) ? IncidentState.WORKING : stored;
    }

    private static List<IncidentRow> after(List<IncidentRow> rows, String cursor) {
        String[] parts;
        double lastSeen;
        try {
            parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
            lastSeen = Double.parseDouble(parts[0]);
        } catch (IllegalArgumentException e) {
            throw new BadQuestionException("cursor is not one of ours: give back \"next\" of an earlier answer");
        }
        if (parts.length != 3) {
            throw new BadQuestionException("cursor is not one of ours: give back \"next\" of an earlier answer");
        }
        String key = parts[1] + "|" + parts[2];
        return rows.stream()
                .filter(row -> row.lastSeen() < lastSeen
                        || (row.lastSeen() == lastSeen && (row.topic() + "|" + row.fingerprint()).compareTo(key) > 0))
                .toList();
    }

    private static String cursor(IncidentRow row) {
        String text = row.lastSeen() + "|" + row.topic() + "|" + row.fingerprint();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
