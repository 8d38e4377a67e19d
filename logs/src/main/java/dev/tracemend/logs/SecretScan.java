package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over bytes that tells which texts no rule can change, derived from what the rules need. Of each literal a few
 * bytes are chosen; wherever it stands, one pair of them is at an even distance from the start, so looking at every second
 * pair is enough: four table look-ups for eight bytes. What one pair and the next suspect is compared with the literals.
 */
final class SecretScan {
    private static final int TABLE = 1 << 14;
    /** Letters are alike in either case; no other characters of literals are. */
    private static final int FOLD = 0x5f;

    private static final int KINDS_OF_BYTES = 0x60;
    private static final long FIRSTS = 0x005f005f005f005fL;
    private static final long SECONDS = 0x2f802f802f802f80L;
    private static final int GROUPS = 8;

    private record Clue(byte[] literal, int offset) {}

    /** For a pair, the groups of literals that have it at their chosen place. */
    private final byte[] suspects = new byte[TABLE];
    /** For a pair, the groups of literals that may have it behind their chosen one. */
    private final byte[] behind = new byte[TABLE];

    private final List<List<Clue>> clues = new ArrayList<>(List.of(List.of()));
    private final int[] clueOf = new int[TABLE];
    private final RunScan runs;
    private final boolean always;
    private int literals;

    SecretScan(List<RedactionNeeds> needs) {
        always = needs.stream().anyMatch(RedactionNeeds::isAlways);
        runs = new RunScan(needs);
        if (!always) {
            needs.forEach(
                    need -> need.literals().forEach(literal -> learn(literal.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    private void learn(byte[] literal) {
        byte group = (byte) (1 << (literals++ % GROUPS));
        if (literal.length < 3) {
            // Every pair that holds its first byte: an odd place cannot be left out.
            for (int other = 0; other < KINDS_OF_BYTES; other++) {
                learn(other, literal[0], group, new Clue(literal, -1));
                learn(literal[0], other, group, new Clue(literal, 0));
            }
        } else {
            int at = RareLetters.rarest(literal);
            learn(literal[at], literal[at + 1], group, new Clue(literal, at));
            learn(literal[at + 1], literal[at + 2], group, new Clue(literal, at + 1));
        }
    }

    private void learn(int first, int second, byte group, Clue clue) {
        int index = index(first, second);
        suspects[index] |= group;
        if (clueOf[index] == 0) {
            clueOf[index] = clues.size();
            clues.add(new ArrayList<>());
        }
        clues.get(clueOf[index]).add(clue);
        byte[] literal = clue.literal;
        int next = clue.offset + 2;
        for (int i = 0; i < KINDS_OF_BYTES; i++) {
            for (int j = 0; j < KINDS_OF_BYTES; j++) {
                boolean fits = next >= literal.length || (literal[next] & FOLD) == (i & FOLD);
                if (fits && (next + 1 >= literal.length || (literal[next + 1] & FOLD) == (j & FOLD))) {
                    behind[index(i, j)] |= group;
                }
            }
        }
    }

    private static int index(int first, int second) {
        return (first & FOLD) | (second & FOLD) << 7;
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
            if (hits != 0 && isSuspect(text, from, to, at)) {
                return true;
            }
        }
        return runs.has(text, from, to);
    }

    private boolean isSuspect(byte[] text, int from, int to, int start) {
        for (int at = start; at < start + Long.BYTES; at += 2) {
            int index = index(text[at], text[at + 1]);
            int hits = suspects[index];
            if (hits != 0 && at + 3 < to) {
                hits &= behind[index(text[at + 2], text[at + 3])];
            }
            if (hits != 0 && holdsLiteral(clues.get(clueOf[index]), text, from, to, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsLiteral(List<Clue> clues, byte[] text, int from, int to, int at) {
        for (Clue clue : clues) {
            if (matches(clue.literal, text, from, to, at - clue.offset)) {
                return true;
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
