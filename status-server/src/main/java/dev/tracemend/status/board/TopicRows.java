package dev.tracemend.status.board;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one topic in the order of listings, and what they come to. Not thread-safe. */
final class TopicRows {
    /** Which row speaks for its topic: the one answered last, or else heard of last. */
    private static final Comparator<BoardRow> ANSWERED_LAST = Comparator.comparingDouble(
                    (BoardRow row) -> row.shown().resultAt())
            .thenComparingDouble(BoardRow::lastSeen)
            .thenComparing(BoardRow::fingerprint);

    private final Map<String, BoardRow> byFingerprint = new HashMap<>();
    private final TreeSet<RowPlace> newestFirst = new TreeSet<>(RowPlace.NEWEST_FIRST);
    private final Map<IncidentState, Integer> states = new EnumMap<>(IncidentState.class);
    private long count;
    /** Looked for among all rows only after the one that spoke is gone, or was answered earlier than it had said. */
    private Optional<BoardRow> answered = Optional.empty();

    @Nullable
    BoardRow get(String fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /** Gives back the row that stood there before. */
    Optional<BoardRow> put(BoardRow row) {
        Optional<BoardRow> spoke = answered;
        Optional<BoardRow> old = remove(row.fingerprint());
        byFingerprint.put(row.fingerprint(), row);
        newestFirst.add(row);
        count += row.shown().count();
        states.merge(row.shown().state(), 1, Integer::sum);
        if (spoke.isPresent() && ANSWERED_LAST.compare(row, spoke.get()) >= 0) {
            answered = Optional.of(row);
        }
        return old;
    }

    Optional<BoardRow> remove(String fingerprint) {
        Optional<BoardRow> old = Optional.ofNullable(byFingerprint.remove(fingerprint));
        old.ifPresent(row -> {
            newestFirst.remove(row);
            count -= row.shown().count();
            states.computeIfPresent(row.shown().state(), (state, rows) -> rows == 1 ? null : rows - 1);
            if (answered.equals(old)) {
                answered = Optional.empty();
            }
        });
        return old;
    }

    int size() {
        return byFingerprint.size();
    }

    /** The rows after a place. */
    NavigableSet<RowPlace> after(RowPlace place) {
        return newestFirst.tailSet(place, false);
    }

    /** What the topic comes to; it has rows. */
    TopicSummary summary() {
        if (answered.isEmpty()) {
            answered = byFingerprint.values().stream().max(ANSWERED_LAST);
        }
        IncidentRow speaks = answered.orElseThrow().shown();
        return new TopicSummary(speaks.topic(), speaks, count, byFingerprint.size(), states);
    }
}
