package dev.tracemend.streams.spark;

import dev.tracemend.streams.window.Parts;
import java.util.Optional;
import org.apache.spark.sql.streaming.MapState;

/** Parts in a state of Spark. */
record StateParts(MapState<String, byte[]> state) implements Parts {
    @Override
    public Optional<byte[]> get(String name) {
        // Null where there is none; asking first would read it twice.
        return Optional.ofNullable(state.getValue(name));
    }

    @Override
    public void put(String name, byte[] bytes) {
        state.updateValue(name, bytes);
    }

    @Override
    public void remove(String name) {
        state.removeKey(name);
    }
}
