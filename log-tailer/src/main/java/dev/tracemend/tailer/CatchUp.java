package dev.tracemend.tailer;

import java.util.HashMap;
import java.util.Map;

/** What was in the files at the start, for a tailer that shall end once all of that has been acknowledged. */
final class CatchUp {
    private record Target(int generation, long size) {
        boolean isReachedBy(int of, long offset) {
            return of > generation || (of == generation && offset >= size);
        }
    }

    private final Map<String, Target> targets = new HashMap<>();
    private boolean set;

    boolean isSet() {
        return set;
    }

    /** Nothing is added after this. */
    void set() {
        set = true;
    }

    void add(String file, int generation, long size) {
        targets.put(file, new Target(generation, size));
    }

    /** A file's position has moved; a later generation means that the content of the start is gone. */
    void reached(String file, int generation, long offset) {
        targets.computeIfPresent(file, (key, target) -> target.isReachedBy(generation, offset) ? null : target);
    }

    /** The file cannot be read on: what it had cannot be waited for. */
    void gone(String file) {
        targets.remove(file);
    }

    boolean isDone() {
        return set && targets.isEmpty();
    }
}
