package dev.tracemend.status.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What came after a position. The rows are as they are now: of several changes of one row the last is told. They come in
 * an order in which each has a position of its own, behind which the ones told are known and the others are not.
 */
public final class BoardChanges {
    private final BoardPosition from;
    private final BoardPosition to;
    private final List<Change> changes;

    /** A row, and the last record in it that was not known. */
    private record Change(IncidentRow row, int source, long offset) {}

    private static final Comparator<Change> ORDER = Comparator.comparing(
                    (Change change) -> change.row().topic())
            .thenComparingInt(Change::source)
            .thenComparingLong(Change::offset);

    private BoardChanges(BoardPosition from, BoardPosition to, List<Change> changes) {
        this.from = from;
        this.to = to;
        this.changes = changes;
    }

    /** Of these rows the ones that hold a record beyond {@code from}. */
    static BoardChanges of(BoardPosition from, BoardPosition to, Iterable<BoardRow> rows) {
        List<Change> found = new ArrayList<>();
        for (BoardRow row : rows) {
            int last = row.marks().beyond(from.reach().of(row.topic()));
            if (last >= 0) {
                found.add(new Change(
                        row.shown(), row.marks().source(last), row.marks().offset(last)));
            }
        }
        found.sort(ORDER);
        return new BoardChanges(from, to, found);
    }

    /** How many rows changed. */
    public int size() {
        return changes.size();
    }

    /** One of the rows. */
    public IncidentRow row(int i) {
        return changes.get(i).row();
    }

    /** Where a reader stands who was told up to this row. */
    public BoardPosition position(int i) {
        Change last = changes.get(i);
        return i == changes.size() - 1
                ? to
                : to.at(from.reach().towards(to.reach(), last.row().topic(), last.source(), last.offset()));
    }

    /** Where a reader stands who was told all. */
    public BoardPosition position() {
        return to;
    }
}
