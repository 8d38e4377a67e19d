package dev.tracemend.tailer.event;

import dev.tracemend.logs.ByteScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in a buffer that is used again and again; texts are spelled as our other writer of JSON spells them. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** {@code 00} to {@code 99}. */
    private static final byte[] PAIRS = pairs();

    private static final int MOST_DIGITS = 19;
    private static final int MOST_KEPT = 1 << 20;
    /** Milliseconds whose seconds have ten digits: from the year 2001 to 2286. */
    private static final long TEN_DIGITS = 1_000_000_000_000L;

    private byte[] bytes = new byte[4_096];
    private int length;

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    JsonBytes clear() {
        if (bytes.length > MOST_KEPT) {
            bytes = new byte[4_096];
        }
        length = 0;
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    JsonBytes raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes raw(String json) {
        return raw(json.getBytes(StandardCharsets.UTF_8));
    }

    JsonBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return text(utf8, 0, utf8.length);
    }

    /** The inside of a JSON string; valid UTF-8. */
    JsonBytes text(byte[] text, int from, int to) {
        room(to - from);
        for (int at = from; at < to; at++) {
            int stop = ByteScan.escapeAt(text, at, to);
            System.arraycopy(text, at, bytes, length, stop - at);
            length += stop - at;
            at = stop;
            if (at < to) {
                // One escape, and all that is left if none follows.
                room(6 + to - at);
                escape(text[at]);
            }
        }
        return this;
    }

    private void escape(byte b) {
        bytes[length++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[length++] = b;
            case '\n' -> bytes[length++] = 'n';
            case '\t' -> bytes[length++] = 't';
            case '\r' -> bytes[length++] = 'r';
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[b >> 4];
                bytes[length++] = HEX[b & 15];
            }
        }
    }

    /** Not negative. */
    JsonBytes number(long value) {
        int digits = 1;
        for (long power = 10; digits < MOST_DIGITS && value >= power; power *= 10) {
            digits++;
        }
        room(digits);
        digits(value, digits);
        return this;
    }

    /** Two at a step: divisions are what it costs. */
    private void digits(long value, int count) {
        int at = length + count;
        long rest = value;
        for (; at > length + 1; at -= 2) {
            long next = rest / 100;
            int pair = (int) (rest - next * 100) * 2;
            bytes[at - 1] = PAIRS[pair + 1];
            bytes[at - 2] = PAIRS[pair];
            rest = next;
        }
        if (at > length) {
            bytes[length] = (byte) ('0' + rest % 10);
        }
        length += count;
    }

    /** How much is there. */
    int length() {
        return length;
    }

    /** What stands from a place to another, once more. */
    JsonBytes again(int from, int to) {
        room(to - from);
        System.arraycopy(bytes, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** Milliseconds as seconds, as {@link Double#toString} spells those: {@code 1.795255200123E9}. */
    JsonBytes seconds(long millis) {
        if (millis < TEN_DIGITS || millis >= 10 * TEN_DIGITS) {
            return raw(Double.toString(millis / 1000.0));
        }
        room(16);
        digits(millis / TEN_DIGITS, 1);
        bytes[length++] = '.';
        digits(millis % TEN_DIGITS, 12);
        while (bytes[length - 1] == '0' && bytes[length - 2] != '.') {
            length--;
        }
        bytes[length++] = 'E';
        bytes[length++] = '9';
        return this;
    }

    private void room(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
    }
}
