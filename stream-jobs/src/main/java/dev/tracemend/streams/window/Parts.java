package dev.tracemend.streams.window;

import java.util.Optional;

/** Where an engine keeps the named parts of one stage's state; what is put here is there again after a restart. */
public interface Parts {
    /** A part as it was put last. */
    Optional<byte[]> get(String name);

    /** Keeps a part under a name. */
    void put(String name, byte[] bytes);

    /** Forgets a part; one that is not there is no fault. */
    void remove(String name);
}
