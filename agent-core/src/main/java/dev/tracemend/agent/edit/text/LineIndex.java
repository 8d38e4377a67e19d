package dev.tracemend.agent.edit.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds runs of lines in a text by one normal form, in a time that hardly depends on the text's length. */
public final class LineIndex {
    private static final int PATIENCE = 8;

    private final Lines lines;
    private final Norm norm;
    private final long[] hashes;
    private final int[] next;
    private final int[] heads;
    private final int[] counts;

    /** Reads the lines once. */
    public LineIndex(Lines lines, Norm norm) {
        this.lines = lines;
        this.norm = norm;
        int size = lines.size();
        hashes = new long[size];
        next = new int[size];
        int room = Integer.highestOneBit(Math.max(8, size)) << 2;
        heads = new int[room];
        counts = new int[room];
        Arrays.fill(heads, -1);
        for (int i = size - 1; i >= 0; i--) {
            hashes[i] = norm.hash(lines.text(), lines.start(i), lines.stop(i));
            int slot = slot(hashes[i]);
            next[i] = heads[slot];
            heads[slot] = i;
            counts[slot]++;
        }
    }

    /** The 0-based first lines of every place that holds these lines, in order. */
    public List<Integer> find(List<String> wanted) {
        int size = wanted.size();
        if (size == 0 || size > hashes.length) {
            return List.of();
        }
        long[] want = new long[size];
        int rarest = 0;
        for (int i = 0; i < size; i++) {
            want[i] = norm.hash(wanted.get(i), 0, wanted.get(i).length());
            if (count(want[i]) == 0) {
                return List.of();
            }
            rarest = count(want[i]) < count(want[rarest]) ? i : rarest;
        }
        long work = (long) count(want[rarest]) * size;
        return work > PATIENCE * (long) (hashes.length + size) ? scan(want, wanted) : probe(want, rarest, wanted);
    }

    /** The 0-based lines whose normal form is that of this line, in order. */
    public List<Integer> places(String line) {
        return find(List.of(line));
    }

    /** How many lines have the normal form of this line. */
    public int count(String line) {
        return count(norm.hash(line, 0, line.length()));
    }

    private List<Integer> probe(long[] want, int rarest, List<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int line = heads[slot(want[rarest])]; line >= 0; line = next[line]) {
            int first = line - rarest;
            if (first < 0 || first + want.length > hashes.length) {
                continue;
            }
            int i = 0;
            while (i < want.length && hashes[first + i] == want[i]) {
                i++;
            }
            if (i == want.length && same(first, wanted)) {
                found.add(first);
            }
        }
        return found;
    }

    /** Knuth, Morris and Pratt: linear even where all lines are the same. */
    private List<Integer> scan(long[] want, List<String> wanted) {
        int[] fall = new int[want.length + 1];
        fall[0] = -1;
        for (int i = 0, k = -1; i < want.length; ) {
            while (k >= 0 && want[i] != want[k]) {
                k = fall[k];
            }
            fall[++i] = ++k;
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0, k = 0; i < hashes.length; i++) {
            while (k >= 0 && hashes[i] != want[k]) {
                k = fall[k];
            }
            if (++k == want.length) {
                int first = i + 1 - k;
                if (!found.isEmpty() || same(first, wanted)) {
                    found.add(first);
                }
                k = fall[k];
            }
        }
        return found;
    }

    private boolean same(int first, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            String line = wanted.get(i);
            boolean equal = line.length() == lines.stop(first + i) - lines.start(first + i)
                    && lines.text().startsWith(line, lines.start(first + i));
            if (!equal && (norm == Norm.EXACT || !norm.same(line, lines.get(first + i)))) {
                return false;
            }
        }
        return true;
    }

    private int count(long hash) {
        return counts[slot(hash)];
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 20 ^ hash) & heads.length - 1;
        while (heads[slot] >= 0 && hashes[heads[slot]] != hash) {
            slot = slot + 1 & heads.length - 1;
        }
        return slot;
    }
}
