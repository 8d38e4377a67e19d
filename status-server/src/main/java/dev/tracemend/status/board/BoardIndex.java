package dev.tracemend.status.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All rows of the board in memory: in the order of listings, and in the order of their changes. What no listing shows
 * stays in the store. The stream thread writes, HTTP threads read; no answer costs more than what it holds.
 */
public final class BoardIndex {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, TopicRows> topics = new TreeMap<>();
    private ChangeOrder order = new ChangeOrder(Reach.NONE);
    private String home = "";
    private int generation;
    private boolean loaded;
    private long malformed;

    /**
     * Replaces everything by what the store holds.
     *
     * @param forgotten records whose incidents are gone
     */
    void load(List<BoardRow> rows, Reach forgotten) {
        List<BoardRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble(BoardRow::changedAt));
        synchronized (this) {
            topics.clear();
            order = new ChangeOrder(forgotten);
            sorted.forEach(this::put);
            // A reader that was told of an empty board learns of all this best at once; one that was told more goes on.
            generation += loaded ? 0 : 1;
            loaded = true;
        }
        tell();
    }

    /** Which broker's topics these are. */
    void at(String broker) {
        synchronized (this) {
            home = broker;
        }
        tell();
    }

    void changed(BoardRow row) {
        synchronized (this) {
            put(row);
        }
        tell();
    }

    private void put(BoardRow row) {
        BoardRow placed = order.put(row);
        topics.computeIfAbsent(placed.topic(), name -> new TopicRows())
                .put(placed)
                .ifPresent(order::remove);
    }

    /** Forgets rows; what is gone can only be told by sending everything anew. */
    void removed(Collection<BoardRow> gone) {
        synchronized (this) {
            gone.forEach(this::take);
            generation++;
        }
        tell();
    }

    /** Forgets a row that no reader is likely to show any more, and tells nobody. */
    synchronized void dropped(BoardRow gone) {
        take(gone);
    }

    private void take(BoardRow gone) {
        TopicRows rows = topics.get(gone.topic());
        if (rows != null) {
            rows.remove(gone.fingerprint()).ifPresent(order::remove);
            if (rows.size() == 0) {
                topics.remove(gone.topic());
            }
        }
    }

    synchronized void malformed() {
        malformed++;
    }

    /** Calls back after each change, on the thread that made it; must return at once. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Whether the store has been read since the start. */
    public synchronized boolean isLoaded() {
        return loaded;
    }

    /** Changes when rows are gone, or were not there before the store was read: what a reader has is void then. */
    public synchronized int generation() {
        return generation;
    }

    /** Records that could not be read since the start. */
    public synchronized long malformedRecords() {
        return malformed;
    }

    synchronized Optional<BoardRow> find(String topic, String fingerprint) {
        return Optional.ofNullable(topics.get(topic)).map(rows -> rows.get(fingerprint));
    }

    synchronized int size() {
        return order.all().size();
    }

    /** The rows that changed longest ago, oldest first. */
    synchronized List<BoardRow> longestUnchanged(int limit) {
        return order.all().stream().limit(limit).toList();
    }

    /** At most {@code limit} rows after a place; an empty {@code topic} means all. */
    public synchronized RowPage page(String topic, int limit, RowPlace.Cursor after) {
        Collection<TopicRows> chosen = topic.isEmpty()
                ? topics.values()
                : Optional.ofNullable(topics.get(topic)).stream().toList();
        PriorityQueue<Ahead> next = new PriorityQueue<>(Comparator.comparing(Ahead::first, RowPlace.NEWEST_FIRST));
        chosen.forEach(rows -> Ahead.of(rows.after(after).iterator()).ifPresent(next::add));
        List<IncidentRow> found = new ArrayList<>();
        while (!next.isEmpty() && found.size() < limit) {
            Ahead taken = next.remove();
            found.add(((BoardRow) taken.first()).shown());
            Ahead.of(taken.rest()).ifPresent(next::add);
        }
        int total = chosen.stream().mapToInt(TopicRows::size).sum();
        return new RowPage(found, !next.isEmpty(), total, position(), generation);
    }

    /** The next row of a topic, and the ones after it. */
    private record Ahead(RowPlace first, Iterator<RowPlace> rest) {
        static Optional<Ahead> of(Iterator<RowPlace> rows) {
            return rows.hasNext() ? Optional.of(new Ahead(rows.next(), rows)) : Optional.empty();
        }
    }

    /** What each topic comes to, in the order of their names. */
    public synchronized List<TopicSummary> topics() {
        return topics.values().stream().map(TopicRows::summary).toList();
    }

    /** How far the topics were read. */
    public synchronized BoardPosition position() {
        return new BoardPosition(home, order.reach());
    }

    /**
     * What came after a position; nothing while this board has not come as far itself, or has another broker: what it
     * knows is older than what the reader knows.
     */
    public synchronized Optional<BoardChanges> since(BoardPosition known) {
        BoardPosition now = position();
        boolean here = known.home().isEmpty() || known.home().equals(now.home());
        return here && now.reach().covers(known.reach())
                ? Optional.of(BoardChanges.of(known, now, order.beyond(known.reach())))
                : Optional.empty();
    }
}
