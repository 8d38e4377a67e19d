package dev.tracemend.status.board;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All rows of the board in memory, and the order in which they changed. The stream thread writes, HTTP threads read.
 * A position names a point in that order; it holds until the board is loaded anew, and then everything is sent again.
 */
public final class BoardIndex {
    /** Last seen first; the key makes the order total, so that a cursor is exact. */
    static final Comparator<IncidentRow> NEWEST_FIRST =
            Comparator.comparingDouble(IncidentRow::lastSeen).reversed().thenComparing(IncidentRow::key);

    private final Map<String, IncidentRow> rows = new HashMap<>();
    private final TreeMap<Long, IncidentRow> byChange = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private String era = newEra();
    private long sequence;
    private boolean loaded;
    private long malformed;

    /** Replaces everything by what the store holds, in the order of its last changes. */
    void load(List<Incident> incidents) {
        synchronized (this) {
            rows.clear();
            byChange.clear();
            era = newEra();
            sequence = 0;
            incidents.stream()
                    .sorted(Comparator.comparingDouble(Incident::changedAt))
                    .forEach(this::put);
            loaded = true;
        }
        tell();
    }

    void changed(Incident incident) {
        synchronized (this) {
            put(incident);
        }
        tell();
    }

    /** What is gone can only be told by sending everything anew. */
    void removed(String key) {
        synchronized (this) {
            IncidentRow old = rows.remove(key);
            if (old == null) {
                return;
            }
            byChange.remove(old.sequence());
            era = newEra();
        }
        tell();
    }

    synchronized void malformed() {
        malformed++;
    }

    private void put(Incident incident) {
        IncidentRow row = IncidentRow.of(incident, ++sequence);
        IncidentRow old = rows.put(row.key(), row);
        if (old != null) {
            byChange.remove(old.sequence());
        }
        byChange.put(row.sequence(), row);
    }

    /** Calls back after each change, on the thread that made it; must return at once. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether the store has been read since the start. */
    public synchronized boolean isLoaded() {
        return loaded;
    }

    /** Records that could not be read since the start. */
    public synchronized long malformedRecords() {
        return malformed;
    }

    /** Rows, last seen first. */
    public synchronized List<IncidentRow> newestFirst() {
        List<IncidentRow> all = new ArrayList<>(rows.values());
        all.sort(NEWEST_FIRST);
        return all;
    }

    /** Where the order of changes stands now. */
    public synchronized BoardPosition position() {
        return new BoardPosition(era, sequence);
    }

    /**
     * What changed after a position, oldest change first; rows are as they are now, so of several changes of one row
     * only the last is told. A position of another era yields everything and says so.
     */
    public synchronized BoardChanges since(BoardPosition position) {
        boolean known = position.era().equals(era) && position.sequence() <= sequence;
        List<IncidentRow> changed = List.copyOf(
                byChange.tailMap(known ? position.sequence() : 0, false).values());
        return new BoardChanges(!known, changed, new BoardPosition(era, sequence));
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private String newEra() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
