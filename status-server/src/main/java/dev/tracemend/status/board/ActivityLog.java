package dev.tracemend.status.board;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** What happened, minute by minute and topic by topic, in a store; the key is the minute and then the topic. */
final class ActivityLog {
    static final int MINUTE = 60;
    private static final ObjectReader READER = JsonMapper.builder().build().readerFor(ActivityStep.class);
    private static final double LATEST = 1e11;

    private final KeyValueStore<String, byte[]> store;

    ActivityLog(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Adds what happened at a time in seconds since the epoch. */
    void add(String topic, double at, ActivityStep happened) {
        String key = key(at) + topic;
        double minute = Math.floor(bounded(at) / MINUTE) * MINUTE;
        store.put(key, Wire.write(read(store.get(key), minute).plus(happened)));
    }

    /** Forgets what happened before a time. */
    void forget(double before) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found = store.range(key(0), key(before))) {
            found.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }

    /** So many steps of one width from a time on, of one topic or, with an empty text, of all. */
    static List<ActivityStep> read(
            ReadOnlyKeyValueStore<String, byte[]> store, String topic, double from, int width, int steps) {
        List<ActivityStep> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            all.add(ActivityStep.empty(from + (double) i * width));
        }
        try (KeyValueIterator<String, byte[]> found = store.range(key(from), key(from + (double) width * steps))) {
            found.forEachRemaining(entry -> {
                ActivityStep one = read(entry.value, from);
                int step = (int) Math.floor((one.at() - from) / width);
                boolean asked = topic.isEmpty() || entry.key.endsWith("|" + topic);
                if (asked && step >= 0 && step < steps) {
                    all.set(step, all.get(step).plus(one));
                }
            });
        }
        return List.copyOf(all);
    }

    private static ActivityStep read(byte @Nullable [] bytes, double at) {
        try {
            return bytes == null ? ActivityStep.empty(at) : READER.readValue(bytes);
        } catch (IOException unreadable) {
            // Written by another version of this board; a chart with a gap is better than none.
            return ActivityStep.empty(at);
        }
    }

    private static String key(double at) {
        return String.format(Locale.ROOT, "%012d|", (long) (bounded(at) / MINUTE));
    }

    private static double bounded(double at) {
        return Math.max(0, Math.min(at, LATEST));
    }
}
