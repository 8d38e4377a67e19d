package dev.tracemend.status.board;

import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * What the board keeps on its disk, and in changelogs. The row of an incident changes with each record, and is small; the
 * incident with its log, result and life only when these change. Belongs to the stream thread.
 */
final class BoardStores {
    private static final byte[] THERE = {1};

    private final KeyValueStore<String, byte[]> incidents;
    private final KeyValueStore<String, byte[]> rows;
    private final KeyValueStore<String, byte[]> audit;
    private final KeyValueStore<String, byte[]> forgotten;
    private final WindowStore<String, byte[]> folded;
    private final long keepMs;

    BoardStores(ProcessorContext<Void, Void> context, Duration keep) {
        incidents = context.getStateStore(BoardTopology.INCIDENTS);
        rows = context.getStateStore(BoardTopology.ROWS);
        audit = context.getStateStore(BoardTopology.AUDIT);
        forgotten = context.getStateStore(BoardTopology.FORGOTTEN);
        folded = context.getStateStore(BoardTopology.FOLDED);
        keepMs = keep.toMillis();
    }

    /**
     * Whether an id was not folded before, and notes it: both lie in one task's stores and are committed together. It is
     * known for once to twice the time that incidents are kept: the store drops its ids by the window, without looking.
     */
    boolean isNew(String id, long now) {
        long window = now - now % keepMs;
        if (folded.fetch(id, window) != null || folded.fetch(id, window - keepMs) != null) {
            return false;
        }
        folded.put(id, THERE, window);
        return true;
    }

    /** The incident as it was put last, with the numbers of then. */
    Incident incident(String topic, String fingerprint) {
        return IncidentForm.read(incidents.get(IncidentForm.key(topic, fingerprint)))
                .orElseGet(() -> Incident.unseen(topic, fingerprint));
    }

    void put(Incident incident) {
        incidents.put(IncidentForm.key(incident.topic(), incident.fingerprint()), IncidentForm.write(incident));
    }

    void put(BoardRow row) {
        rows.put(row.key(), Wire.write(row));
    }

    void put(AuditEntry entry) {
        audit.put(AuditTrail.key(entry), Wire.write(entry));
    }

    /** All rows, in no order. */
    List<BoardRow> rows() {
        List<BoardRow> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = rows.all()) {
            stored.forEachRemaining(entry -> BoardRow.read(entry.value).ifPresent(found::add));
        }
        return found;
    }

    /** The last records of incidents that are gone: they were read, though no row tells of them. */
    Reach forgotten() {
        TreeMap<String, Marks> found = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> stored = forgotten.all()) {
            stored.forEachRemaining(entry -> found.put(
                    entry.key, Wire.read(entry.value, ForgottenMarks.class).marks()));
        }
        return new Reach(found);
    }

    /** An incident with all its parts. */
    void forget(BoardRow row) {
        byte[] before = forgotten.get(row.topic());
        Marks known = before == null
                ? Marks.NONE
                : Wire.read(before, ForgottenMarks.class).marks();
        forgotten.put(row.topic(), Wire.write(new ForgottenMarks(known.join(row.marks()))));
        incidents.delete(row.key());
        rows.delete(row.key());
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                audit.range(AuditTrail.first(row.key()), AuditTrail.last(row.key()))) {
            entries.forEachRemaining((KeyValue<String, byte[]> entry) -> keys.add(entry.key));
        }
        keys.forEach(audit::delete);
    }

    /** The form of a topic's marks in their store. */
    record ForgottenMarks(Marks marks) {}
}
