package dev.tracemend.tailer.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Where events ended for no other reason than the time they had waited, beyond the positions: what is read again after a
 * crash must be cut there once more, or a longer event would bear the id of a shorter one that was delivered. Not
 * thread-safe.
 */
final class EventCuts {
    private static final String WORD = "cut\t";

    private final Map<ContentKey, NavigableSet<Long>> cuts = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();

    void add(ContentKey key, long offset) {
        if (cuts.computeIfAbsent(key, any -> new TreeSet<>()).add(offset)) {
            fresh.add(text(key, offset));
        }
    }

    long after(ContentKey key, long offset) {
        NavigableSet<Long> known = cuts.get(key);
        Long next = known == null ? null : known.higher(offset);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** What lies before a position is not read again. */
    void forgetUpTo(ContentKey key, long offset) {
        NavigableSet<Long> known = cuts.get(key);
        if (known != null) {
            known.headSet(offset, true).clear();
            if (known.isEmpty()) {
                cuts.remove(key);
            }
        }
    }

    void forget(ContentKey key) {
        cuts.remove(key);
    }

    boolean hasFresh() {
        return !fresh.isEmpty();
    }

    /** What was added since the last save. */
    List<String> fresh() {
        return fresh;
    }

    void saved() {
        fresh.clear();
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        cuts.forEach((key, offsets) -> offsets.forEach(offset -> all.add(text(key, offset))));
        return all;
    }

    static boolean isOne(String entry) {
        return entry.startsWith(WORD);
    }

    /** From the journal. */
    void replay(String entry) {
        String[] f = entry.substring(WORD.length()).split("\t", 4);
        FileIdentity file = new FileIdentity(Long.parseLong(f[0]), Long.parseLong(f[1]));
        add(new ContentKey(file, Integer.parseInt(f[2])), Long.parseLong(f[3]));
    }

    private static String text(ContentKey key, long offset) {
        return WORD + key.file().device() + "\t" + key.file().inode() + "\t" + key.generation() + "\t" + offset;
    }
}
