package dev.tracemend.agent.model;

import java.util.Optional;

/** Keeps texts by key; what cannot be kept or read is absent, never an error. Safe for any number of threads. */
public interface RequestCache {
    /** The text of a key; empty where there is none. */
    Optional<String> get(String key);

    /** Keeps a text; one that is there already stays. */
    void put(String key, String text);
}
