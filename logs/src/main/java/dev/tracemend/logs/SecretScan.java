package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One pass over bytes that tells which texts no rule can change, derived from what the rules need. Of each literal a few
 * bytes are chosen; wherever it stands, one pair of them is at an even distance from the start, so looking at every second
 * pair is enough: four table look-ups for eight bytes. What one pair and the next suspect is compared with the literals.
 */
final class SecretScan {
    private static final int TABLE = 1 << 14;
    /** Letters are alike in either case; no other characters of literals are. */
    private static final int FOLD = 0x5f;

    private static final long FIRSTS = 0x005f005f005f005fL;
    private static final long SECONDS = 0x2f802f802f802f80L;
    private static final int SHORTEST = 3;

    private static final int[] ANYTHING =
            IntStream.range(0, 0x80).filter(c -> (c & FOLD) == c).toArray();

    private record Clue(byte[] literal, int offset) {}

    /** Whether a pair is one of those that a literal is known by. */
    private final byte[] suspects = new byte[TABLE];
    /** Which pairs may stand behind one of those, by their hash. */
    private final long[] behind = new long[TABLE / Long.SIZE * 4];

    private final List<List<Clue>> clues = new ArrayList<>(List.of(List.of()));
    private final int[] clueOf = new int[TABLE];
    private final List<byte[]> tooShort = new ArrayList<>();
    private final RunScan runs;
    private final boolean always;

    SecretScan(List<RedactionNeeds> needs) {
        always = needs.stream().anyMatch(RedactionNeeds::isAlways);
        runs = new RunScan(needs);
        needs.stream()
                .flatMap(need -> need.literals().stream())
                .filter(literal -> !literal.isEmpty())
                .distinct()
                .map(literal -> literal.getBytes(StandardCharsets.US_ASCII))
                .forEach(this::learn);
    }

    private void learn(byte[] literal) {
        if (literal.length < SHORTEST) {
            tooShort.add(literal);
            return;
        }
        int at = CommonPairs.rarest(literal);
        learn(new Clue(literal, at));
        learn(new Clue(literal, at + 1));
    }

    private void learn(Clue clue) {
        byte[] literal = clue.literal;
        int pair = pair(literal[clue.offset], literal[clue.offset + 1]);
        suspects[pair] = 1;
        if (clueOf[pair] == 0) {
            clueOf[pair] = clues.size();
            clues.add(new ArrayList<>());
        }
        clues.get(clueOf[pair]).add(clue);
        for (int first : folded(literal, clue.offset + 2)) {
            for (int second : folded(literal, clue.offset + 3)) {
                int hash = hash(pair, pair(first, second));
                behind[hash >>> 6] |= 1L << hash;
            }
        }
    }

    /** What stands at a place of a literal; behind its end anything may. */
    private static int[] folded(byte[] literal, int at) {
        return at < literal.length ? new int[] {literal[at]} : ANYTHING;
    }

    private static int pair(int first, int second) {
        return (first & FOLD) | (second & FOLD) << 7;
    }

    private static int hash(int pair, int next) {
        return (pair << 14 | next) * 0x9E3779B1 >>> 16;
    }

    /** Whether a rule may change the text; if not, none does. */
    boolean suspects(byte[] text, int from, int to) {
        if (to - from < Long.BYTES || always) {
            return to > from;
        }
        for (int next = from; next < to; next += Long.BYTES) {
            // The last step looks at some bytes again.
            int at = Math.min(next, to - Long.BYTES);
            long word = ByteScan.word(text, at);
            long pairs = (word & FIRSTS) | (word >>> 1 & SECONDS);
            int hits = suspects[(int) pairs & 0xffff]
                    | suspects[(int) (pairs >>> 16) & 0xffff]
                    | suspects[(int) (pairs >>> 32) & 0xffff]
                    | suspects[(int) (pairs >>> 48)];
            if (hits != 0 && isSuspect(text, from, to, at, pairs)) {
                return true;
            }
        }
        return runs.has(text, from, to) || holdsShort(text, from, to);
    }

    private boolean isSuspect(byte[] text, int from, int to, int start, long pairs) {
        long rest = pairs;
        for (int at = start; at < start + Long.BYTES; at += 2) {
            int pair = (int) rest & 0xffff;
            rest >>>= 16;
            if (suspects[pair] != 0) {
                boolean last = at + 3 >= to;
                int hash = last
                        ? 0
                        : hash(
                                pair,
                                at + 2 < start + Long.BYTES ? (int) rest & 0xffff : pair(text[at + 2], text[at + 3]));
                if ((last || (behind[hash >>> 6] >>> hash & 1) != 0)
                        && holds(clues.get(clueOf[pair]), text, from, to, at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(List<Clue> clues, byte[] text, int from, int to, int at) {
        for (Clue clue : clues) {
            if (matches(clue.literal, text, from, to, at - clue.offset)) {
                return true;
            }
        }
        return false;
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
