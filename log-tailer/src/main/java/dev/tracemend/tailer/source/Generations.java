package dev.tracemend.tailer.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Which generations of each file are known; nearly all files have one alone. Not thread-safe. */
final class Generations {
    private final Map<FileIdentity, Integer> newest = new HashMap<>();
    private final Map<FileIdentity, NavigableSet<Integer>> older = new HashMap<>();

    Optional<Integer> newest(FileIdentity file) {
        return Optional.ofNullable(newest.get(file));
    }

    /** The oldest first. */
    List<Integer> of(FileIdentity file) {
        List<Integer> all = new ArrayList<>();
        NavigableSet<Integer> before = older.get(file);
        if (before != null) {
            all.addAll(before);
        }
        newest(file).ifPresent(all::add);
        return all;
    }

    void add(ContentKey key) {
        Integer before = newest.put(key.file(), key.generation());
        if (before != null && before != key.generation()) {
            newest.put(key.file(), Math.max(before, key.generation()));
            older.computeIfAbsent(key.file(), any -> new TreeSet<>()).add(Math.min(before, key.generation()));
        }
    }

    void remove(ContentKey key) {
        boolean wasNewest = newest.remove(key.file(), key.generation());
        NavigableSet<Integer> others = older.get(key.file());
        if (others == null) {
            return;
        }
        if (wasNewest) {
            newest.put(key.file(), others.last());
        }
        others.remove(wasNewest ? others.last() : key.generation());
        if (others.isEmpty()) {
            older.remove(key.file());
        }
    }
}
