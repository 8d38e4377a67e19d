package dev.tracemend.tailer.source;

import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, as the JDK's decoder decides it, and what becomes of those that are not. */
final class Utf8Text {
    private Utf8Text() {}

    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** How many bytes belong to no character. */
    static int invalid(byte[] bytes, int from, int to) {
        int count = 0;
        int at = from;
        while (at < to) {
            int length = bytes[at] >= 0 ? 1 : length(bytes, at, to);
            count += length == 0 ? 1 : 0;
            at += Math.max(1, length);
        }
        return count;
    }

    /** Bytes of the character at a place, 0 if there is none. */
    private static int length(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean wrong = (lead == 0xe0 && second < 0xa0)
                || (lead == 0xed && second >= 0xa0)
                || (lead == 0xf0 && second < 0x90)
                || (lead == 0xf4 && second >= 0x90);
        return wrong ? 0 : length;
    }

    /** The text with the replacement character for what is none. */
    static byte[] mended(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
}
