package dev.tracemend.status.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows in the order of their last changes, and how far the topics were read at a few points of that order: so a
 * reader's position is found without looking at every row. Not thread-safe.
 */
final class ChangeOrder {
    private static final int STRIDE = 4_096;
    private static final int MOST_POINTS = 256;

    private final TreeMap<Long, BoardRow> bySequence = new TreeMap<>();
    private final Map<String, Marks> read = new TreeMap<>();
    private final Deque<Point> points = new ArrayDeque<>();
    private long sequence;

    /** What changed up to {@code sequence} is covered by {@code reach}. */
    private record Point(long sequence, Reach reach) {}

    /** So far no row; {@code forgotten} was read. */
    ChangeOrder(Reach forgotten) {
        read.putAll(forgotten.topics());
        points.add(new Point(0, forgotten));
    }

    /** The row with its place in the order. */
    BoardRow put(BoardRow row) {
        BoardRow placed = row.at(++sequence);
        bySequence.put(sequence, placed);
        read.merge(row.topic(), row.marks(), Marks::join);
        if (sequence % STRIDE == 0) {
            point();
        }
        return placed;
    }

    void remove(BoardRow placed) {
        bySequence.remove(placed.shown().sequence());
    }

    /** How far the topics were read. */
    Reach reach() {
        return point().reach();
    }

    private Point point() {
        Point last = points.getLast();
        if (last.sequence() == sequence) {
            return last;
        }
        SortedMap<String, Marks> now = new TreeMap<>(read);
        Point made = new Point(sequence, last.reach().topics().equals(now) ? last.reach() : new Reach(now));
        points.add(made);
        if (points.size() > MOST_POINTS) {
            points.removeFirst();
        }
        return made;
    }

    /** All rows that can hold a record beyond a reach, oldest change first. */
    Collection<BoardRow> beyond(Reach known) {
        List<Point> newestLast = new ArrayList<>(points);
        for (int i = newestLast.size() - 1; i >= 0; i--) {
            if (known.covers(newestLast.get(i).reach())) {
                return bySequence.tailMap(newestLast.get(i).sequence(), false).values();
            }
        }
        return bySequence.values();
    }

    /** Oldest change first. */
    Collection<BoardRow> all() {
        return bySequence.values();
    }
}
