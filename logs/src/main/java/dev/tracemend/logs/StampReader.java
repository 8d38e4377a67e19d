package dev.tracemend.logs;

/**
 * Reads the time that a line starts with, {@code 2026-11-21 10:00:00.123}, from its bytes. The second is remembered, since
 * neighbouring lines share it; {@link TimeReader} reads it whenever it is another. Not thread-safe.
 */
final class StampReader {
    /** No time, or none that these few looks are sure of. */
    static final long UNSURE = Long.MIN_VALUE;

    /** {@code yyyy-MM-dd HH:mm:ss}. */
    private static final int SECOND = 19;

    private static final int MOST_DIGITS = 9;
    private static final char ESCAPE = '\u001b';

    private long first;
    private long middle;
    private long last;
    private long second = UNSURE;

    /** Whether the line starts with a date and a time: then it starts an event, whatever came before. */
    boolean starts(byte[] line, int from, int to) {
        if (to - from < SECOND || line[from] < '0' || line[from] > '9') {
            return false;
        }
        long a = ByteScan.word(line, from);
        long b = ByteScan.word(line, from + 8);
        long c = ByteScan.word(line, from + SECOND - 8);
        if (a == first && b == middle && c == last) {
            return second != UNSURE;
        }
        first = a;
        middle = b;
        last = c;
        second = read(line, from);
        return second != UNSURE;
    }

    @SuppressWarnings("deprecation") // ASCII or nothing.
    private static long read(byte[] line, int from) {
        Stamp stamp = TimeReader.read(new String(line, 0, from, SECOND), 0);
        return stamp.end() == SECOND ? stamp.millis().orElse(UNSURE) : UNSURE;
    }

    /**
     * The line's time as {@link LineParser} reads it, in milliseconds since the epoch; {@link #UNSURE} where a zone, a
     * container's stream or anything else unusual follows.
     */
    long time(byte[] line, int from, int to) {
        if (!starts(line, from, to)) {
            return UNSURE;
        }
        int at = from + SECOND;
        int millis = 0;
        if (at < to && (line[at] == '.' || line[at] == ',')) {
            int digits = digits(line, at + 1, to);
            if (digits == 0 || digits > MOST_DIGITS) {
                return UNSURE;
            }
            millis = millis(line, at + 1, digits);
            at += 1 + digits;
        }
        if (at < to && line[at] == 'Z') {
            at++;
        }
        return isText(line, at, to) ? second + millis : UNSURE;
    }

    private static int digits(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private static int millis(byte[] line, int from, int digits) {
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = value * 10 + (i < digits ? line[from + i] - '0' : 0);
        }
        return value;
    }

    /** Whether a blank follows, and behind it nothing that could be a zone, a stream's name or a colour. */
    private static boolean isText(byte[] line, int at, int to) {
        if (at + 2 >= to || line[at] != ' ') {
            return false;
        }
        return switch (line[at + 1]) {
            case '+', 'U', 'G', 's', ESCAPE -> false;
            case '-' -> line[at + 2] == ' ' || line[at + 2] == '-';
            default -> true;
        };
    }
}
