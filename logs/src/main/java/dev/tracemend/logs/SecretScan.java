package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over bytes that tells which texts no rule can change, derived from what the rules need. Of each word three bytes
 * are chosen; wherever the word stands, one pair of them is at an even distance from the start, so looking at every second
 * pair is enough: four table look-ups for eight bytes. What the table suspects is then compared with the words.
 */
final class SecretScan {
    private static final int TABLE = 1 << 14;
    /** Letters are alike in either case; no other characters of words are. */
    private static final int FOLD = 0x5f;

    private static final long FIRSTS = 0x005f005f005f005fL;
    private static final long SECONDS = 0x2f802f802f802f80L;
    private static final long HIGHS = 0x8080808080808080L;
    /** Digits, blanks, hyphens and some other signs have the same three high bits. */
    private static final long KIND = 0xe0e0e0e0e0e0e0e0L;

    private static final long NUMERIC = 0x2020202020202020L;
    private static final int HALF = 4;
    /** A shorter row need not fill half a word. */
    private static final int FEWEST_DIGITS = 8;

    private record Clue(byte[] word, int offset) {}

    private final byte[] suspects = new byte[TABLE];
    private final List<List<Clue>> clues = new ArrayList<>();
    private final int[] clueOf = new int[TABLE];
    private final int digits;

    SecretScan(List<SecretNeeds> needs) {
        int least = Integer.MAX_VALUE;
        clues.add(List.of());
        for (SecretNeeds need : needs) {
            if (need.words().isEmpty() && need.digits() < FEWEST_DIGITS) {
                throw new IllegalArgumentException("a rule must need a word or at least 8 digits, found " + need);
            }
            need.words().forEach(word -> learn(word.getBytes(StandardCharsets.US_ASCII)));
            least = need.digits() > 0 ? Math.min(least, need.digits()) : least;
        }
        digits = least;
    }

    private void learn(byte[] word) {
        if (word.length < 3) {
            // Every pair that holds its first byte: an odd place cannot be left out.
            for (int other = 0; other < 0x60; other++) {
                learn(other, word[0], new Clue(word, -1));
                learn(word[0], other, new Clue(word, 0));
            }
            return;
        }
        int at = CommonPairs.rarest(word);
        learn(word[at], word[at + 1], new Clue(word, at));
        learn(word[at + 1], word[at + 2], new Clue(word, at + 1));
    }

    private void learn(int first, int second, Clue clue) {
        int index = (first & FOLD) | (second & FOLD) << 7;
        if (suspects[index] == 0) {
            suspects[index] = 1;
            clueOf[index] = clues.size();
            clues.add(new ArrayList<>());
        }
        clues.get(clueOf[index]).add(clue);
    }

    /** Whether the text may hold a secret; if not, redacting it changes nothing. */
    boolean suspects(byte[] text, int from, int to) {
        if (to - from < Long.BYTES) {
            return to > from;
        }
        long all = 0;
        int numberEnd = from;
        for (int next = from; next < to; next += Long.BYTES) {
            // The last step looks at some bytes again.
            int at = Math.min(next, to - Long.BYTES);
            long word = ByteScan.word(text, at);
            all |= word;
            if (hasSuspectPair(word) && isSuspect(text, from, to, at)) {
                return true;
            }
            long kind = (word & KIND) ^ NUMERIC;
            if (((int) kind == 0 || kind >>> 32 == 0) && at + HALF >= numberEnd) {
                numberEnd = numberEnd(text, from, to, (int) kind == 0 ? at : at + HALF);
                if (numberEnd < 0) {
                    return true;
                }
            }
        }
        return (all & HIGHS) != 0 && hasOtherCase(text, from, to);
    }

    private boolean hasSuspectPair(long word) {
        long pairs = (word & FIRSTS) | (word >>> 1 & SECONDS);
        return (suspects[(int) pairs & 0xffff]
                        | suspects[(int) (pairs >>> 16) & 0xffff]
                        | suspects[(int) (pairs >>> 32) & 0xffff]
                        | suspects[(int) (pairs >>> 48)])
                != 0;
    }

    private boolean isSuspect(byte[] text, int from, int to, int start) {
        for (int at = start; at < start + Long.BYTES; at += 2) {
            for (Clue clue : clues.get(clueOf[text[at] & FOLD | (text[at + 1] & FOLD) << 7])) {
                if (matches(clue.word(), text, from, to, at - clue.offset())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] word, byte[] text, int from, int to, int start) {
        if (start < from || start + word.length > to) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte b = text[start + i];
            if (word[i] != (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b)) {
                return false;
            }
        }
        return true;
    }

    /** Where the numeric text around a place ends; -1 if it has so many digits with only blanks and hyphens between. */
    private int numberEnd(byte[] text, int from, int to, int inside) {
        int at = inside;
        while (at > from && (text[at - 1] & 0xe0) == 0x20) {
            at--;
        }
        int count = 0;
        for (; at < to && (text[at] & 0xe0) == 0x20; at++) {
            byte b = text[at];
            if (b >= '0' && b <= '9') {
                if (++count == digits) {
                    return -1;
                }
            } else if (b != ' ' && b != '-') {
                count = 0;
            }
        }
        return at;
    }

    /** The Kelvin sign and the dotted capital I are the letters outside ASCII that have a small letter within it. */
    private static boolean hasOtherCase(byte[] text, int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            boolean kelvin = text[at] == (byte) 0xe2 && text[at + 1] == (byte) 0x84;
            if (kelvin || (text[at] == (byte) 0xc4 && text[at + 1] == (byte) 0xb0)) {
                return true;
            }
        }
        return false;
    }
}
