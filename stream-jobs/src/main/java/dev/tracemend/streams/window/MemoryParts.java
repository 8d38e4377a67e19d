package dev.tracemend.streams.window;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Parts in memory, for a run that is not to outlive its process. */
public final class MemoryParts implements Parts {
    private final Map<String, byte[]> parts = new HashMap<>();

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    @Override
    public void put(String name, byte[] bytes) {
        parts.put(name, bytes);
    }

    @Override
    public void remove(String name) {
        parts.remove(name);
    }

    /** What they hold in all. */
    public long bytes() {
        return parts.values().stream().mapToLong(part -> part.length).sum();
    }
}
