package dev.tracemend.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in bytes, eight at a step: what the reading of files does for each byte of a log. */
public final class ByteScan {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private ByteScan() {}

    /** The eight bytes at a place, the first one lowest. */
    static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Where {@code wanted} (below 0x80) stands first from {@code from} up to {@code to}; -1 if nowhere. */
    public static int indexOf(byte[] bytes, int from, int to, char wanted) {
        long pattern = wanted * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hits = zeros(word(bytes, at) ^ pattern);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Whether all bytes are below 0x80. */
    public static boolean isAscii(byte[] bytes, int from, int to) {
        long all = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            all |= word(bytes, at);
        }
        for (; at < to; at++) {
            all |= bytes[at];
        }
        return (all & HIGHS) == 0;
    }

    /** The first byte that JSON spells with an escape (a control, a quote, a backslash), {@code to} if there is none. */
    public static int escapeAt(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = word(bytes, at);
            long hits = ((word - BLANKS) & ~word & HIGHS) | zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        for (; at < to; at++) {
            byte b = bytes[at];
            if ((b >= 0 && b < ' ') || b == '"' || b == '\\') {
                return at;
            }
        }
        return to;
    }

    /** The high bit of each zero byte; above the lowest one there may be wrong ones. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }
}
