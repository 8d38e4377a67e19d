package dev.tracemend.status.board;

import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A part of what was decided about one cause, newest first.
 *
 * @param next gives back the part that follows, empty at the end
 */
public record AuditTrail(List<AuditEntry> entries, String next) {

    /** Copies the entries. */
    public AuditTrail {
        entries = List.copyOf(entries);
    }

    /** Keys sort by cause, then by time in milliseconds, then by id; none of the parts holds the separator. */
    static String key(AuditEntry entry) {
        return IncidentForm.key(entry.topic(), entry.fingerprint())
                + String.format(Locale.ROOT, "|%016d|%s", Math.max(0, (long) (entry.ts() * 1_000)), entry.id());
    }

    static String first(String incident) {
        return incident + "|";
    }

    static String last(String incident) {
        return incident + "|~";
    }

    /** At most {@code limit} entries older than the one that {@code cursor} names; an empty one begins with the newest. */
    static AuditTrail read(ReadOnlyKeyValueStore<String, byte[]> store, String incident, int limit, String cursor) {
        List<AuditEntry> entries = new ArrayList<>();
        String until = cursor.isEmpty() ? last(incident) : first(incident) + cursor;
        String next = "";
        try (KeyValueIterator<String, byte[]> found = store.reverseRange(first(incident), until)) {
            while (found.hasNext() && next.isEmpty()) {
                KeyValue<String, byte[]> one = found.next();
                String place = one.key.substring(first(incident).length());
                if (place.equals(cursor)) {
                    continue;
                }
                if (entries.size() == limit) {
                    next = key(entries.get(limit - 1)).substring(first(incident).length());
                } else {
                    add(one.value, entries);
                }
            }
        }
        return new AuditTrail(entries, next);
    }

    private static void add(byte[] value, List<AuditEntry> entries) {
        try {
            entries.add(Wire.auditEntry(value));
        } catch (MalformedRecordException unreadable) {
            // Written by another version of this board; the topic keeps the whole.
            return;
        }
    }
}
