package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One pass over bytes that tells which texts no rule can change, derived from what the rules need. Each literal is known by
 * three of its bytes, and by the three that start one further: wherever it stands, one of these starts at an even distance
 * from the text's start, so looking at every second place is enough, in a table that has few hits.
 */
final class SecretScan {
    /** Letters are alike in either case; no other characters of literals are. */
    private static final int FOLD = 0x5f;

    private static final int FOLDS = 0x5f5f5f;
    private static final int WIDTH = 3;
    private static final int SPREAD = 0x9E3779B1;
    private static final int HASH_BITS = 19;
    private static final int[] ANYTHING =
            IntStream.range(0, 0x80).filter(c -> (c & FOLD) == c).toArray();

    private record Clue(byte[] literal, int offset, char beside) {}

    /** For the hash of three folded bytes, whether a literal is known by them. */
    private final long[] suspects = new long[1 << (HASH_BITS - 6)];

    private final int[] known;
    private final List<List<Clue>> clues;
    private final List<byte[]> tooShort = new ArrayList<>();
    private final RunScan runs;
    private final boolean always;

    SecretScan(List<RedactionNeeds> needs) {
        always = needs.stream().anyMatch(RedactionNeeds::isAlways);
        runs = new RunScan(needs);
        SortedMap<Integer, List<Clue>> learnt = new TreeMap<>();
        literals(needs)
                .forEach((literal, beside) -> learn(literal.getBytes(StandardCharsets.US_ASCII), beside, learnt));
        known = learnt.keySet().stream().mapToInt(Integer::intValue).toArray();
        clues = List.copyOf(learnt.values());
        for (int bytes : known) {
            int hash = bytes * SPREAD >>> (Integer.SIZE - HASH_BITS);
            suspects[hash >>> 6] |= 1L << hash;
        }
    }

    /** With what must be beside them; nothing where some rule needs nothing. */
    private static SortedMap<String, Character> literals(List<RedactionNeeds> needs) {
        SortedMap<String, Character> literals = new TreeMap<>();
        for (RedactionNeeds need : needs) {
            for (String literal : need.literals()) {
                literals.merge(
                        literal, need.beside(), (one, other) -> one.equals(other) ? one : RedactionNeeds.NOTHING);
            }
        }
        literals.remove("");
        return literals;
    }

    private void learn(byte[] literal, char beside, SortedMap<Integer, List<Clue>> learnt) {
        if (literal.length < WIDTH) {
            tooShort.add(literal);
            return;
        }
        int at = CommonPairs.rarest(literal);
        learn(new Clue(literal, at, beside), learnt);
        learn(new Clue(literal, at + 1, beside), learnt);
    }

    private void learn(Clue clue, SortedMap<Integer, List<Clue>> learnt) {
        byte[] literal = clue.literal;
        int at = clue.offset;
        for (int third : at + 2 < literal.length ? new int[] {literal[at + 2]} : ANYTHING) {
            int bytes = (literal[at] | literal[at + 1] << 8 | third << 16) & FOLDS;
            learnt.computeIfAbsent(bytes, key -> new ArrayList<>()).add(clue);
        }
    }

    /** Whether a rule may change the text; if not, none does. */
    boolean suspects(byte[] text, int from, int to) {
        if (to - from < Long.BYTES || always) {
            return to > from;
        }
        int at = from;
        for (; at <= to - Long.BYTES - 2; at += Long.BYTES) {
            long word = ByteScan.word(text, at);
            long hits = suspects((int) word)
                    | suspects((int) (word >>> 16))
                    | suspects((int) (word >>> 32))
                    | suspects((int) (word >>> 48) | text[at + 8] << 16);
            if ((hits & 1) != 0 && isSuspect(text, from, to, at, at + Long.BYTES)) {
                return true;
            }
        }
        return isSuspect(text, from, to, at, to - 2)
                || isSuspect(text, from, to, to - WIDTH, to - 2)
                || runs.has(text, from, to)
                || holdsShort(text, from, to);
    }

    /** In the lowest bit. */
    private long suspects(int bytes) {
        int hash = (bytes & FOLDS) * SPREAD >>> (Integer.SIZE - HASH_BITS);
        return suspects[hash >>> 6] >>> hash;
    }

    private boolean isSuspect(byte[] text, int from, int to, int start, int end) {
        for (int at = start; at < end; at += 2) {
            int bytes = (text[at] & FOLD) | (text[at + 1] & FOLD) << 8 | (text[at + 2] & FOLD) << 16;
            if ((suspects(bytes) & 1) != 0 && holds(bytes, text, from, to, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(int bytes, byte[] text, int from, int to, int at) {
        int place = Arrays.binarySearch(known, bytes);
        if (place >= 0) {
            for (Clue clue : clues.get(place)) {
                if (matches(clue.literal, text, from, to, at - clue.offset) && isBeside(clue, text, from, to)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBeside(Clue clue, byte[] text, int from, int to) {
        return clue.beside == RedactionNeeds.NOTHING || ByteScan.indexOf(text, from, to, clue.beside) >= 0;
    }

    private boolean holdsShort(byte[] text, int from, int to) {
        for (byte[] literal : tooShort) {
            for (int at = from; at < to; at++) {
                if (matches(literal, text, from, to, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] literal, byte[] text, int from, int to, int start) {
        if (start < from || start + literal.length > to) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            byte b = text[start + i];
            if (literal[i] != (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b)) {
                return false;
            }
        }
        return true;
    }
}
