package dev.tracemend.logs;

import java.util.List;

/** Looks for the runs that rules need, of digits or of base64, eight bytes at a step. */
final class RunScan {
    private static final long HIGHS = 0x8080808080808080L;
    /** Digits, blanks, hyphens and some other signs have the same three high bits. */
    private static final int KIND = 0xe0;

    private static final long KINDS = 0xe0e0e0e0e0e0e0e0L;
    private static final int NUMERIC = 0x20;
    private static final long NUMERICS = 0x2020202020202020L;
    /** No sign of base64 is smaller. */
    private static final long PLUS = 0x2b2b2b2b2b2b2b2bL;

    private static final int HALF = 4;
    /** Shorter runs need not fill half a step, or three whole ones. */
    private static final int FEWEST_DIGITS = 8;

    private static final int FEWEST_LETTERS = 32;

    private final int digits;
    /** Whether a run fills two halves of steps, one behind the other. */
    private final boolean twoHalves;

    private final int letters;
    /** How many steps a run of letters fills at least. */
    private final int steps;

    RunScan(List<RedactionNeeds> needs) {
        digits = least(needs.stream().mapToInt(RedactionNeeds::digits), FEWEST_DIGITS);
        twoHalves = digits >= 3 * HALF;
        letters = least(needs.stream().mapToInt(RedactionNeeds::base64), FEWEST_LETTERS);
        steps = letters == Integer.MAX_VALUE ? letters : (letters - Long.BYTES + 1) / Long.BYTES;
    }

    private static int least(java.util.stream.IntStream lengths, int fewest) {
        int least = lengths.filter(length -> length > 0).min().orElse(Integer.MAX_VALUE);
        if (least < fewest) {
            throw new IllegalArgumentException("runs of " + least + " are too common to look for; take " + fewest);
        }
        return least;
    }

    /** Whether the text, of eight bytes or more, has one of the runs. */
    boolean has(byte[] text, int from, int to) {
        int filled = 0;
        int numberEnd = from;
        boolean before = !twoHalves;
        for (int at = from; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = ByteScan.word(text, at);
            long kind = (word & KINDS) ^ NUMERICS;
            boolean first = (int) kind == 0;
            boolean second = kind >>> 32 == 0;
            if ((first && (before || second) || second && !twoHalves) && at + HALF >= numberEnd) {
                numberEnd = numberEnd(text, from, to, first ? at : at + HALF);
                if (numberEnd < 0) {
                    return true;
                }
            }
            before = second || !twoHalves;
            boolean full = (((word - PLUS) & ~word | word) & HIGHS) == 0;
            filled = full ? filled + 1 : 0;
            if (filled >= steps && hasLetters(text, from, to, at)) {
                return true;
            }
        }
        // What is left over may end a run of which one half alone was seen.
        int left = (to - from) % Long.BYTES;
        return before && twoHalves && numberEnd(text, from, to, to - left - HALF) < 0;
    }

    /** Where the numeric text around a place ends; -1 if it has so many digits with only blanks and hyphens between. */
    private int numberEnd(byte[] text, int from, int to, int inside) {
        int at = inside;
        while (at > from && (text[at - 1] & KIND) == NUMERIC) {
            at--;
        }
        int count = 0;
        for (; at < to && (text[at] & KIND) == NUMERIC; at++) {
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

    /** Whether the run around a place is long enough. */
    private boolean hasLetters(byte[] text, int from, int to, int inside) {
        int start = inside;
        while (start > from && inside - start < letters && RedactionNeeds.isBase64((char) text[start - 1])) {
            start--;
        }
        int end = inside;
        while (end < to && end - start < letters && RedactionNeeds.isBase64((char) text[end])) {
            end++;
        }
        return end - start >= letters;
    }
}
