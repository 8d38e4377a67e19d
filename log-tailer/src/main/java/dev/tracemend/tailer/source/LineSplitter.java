package dev.tracemend.tailer.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes into lines at LF, whatever pieces they come in. A line without its end is held back, so that half a line and
 * half a UTF-8 character never leave. A line beyond the limit is cut and says how long it was; its rest is skipped, not
 * kept in memory.
 */
final class LineSplitter {
    /** Bytes of a line that are kept. */
    static final int MOST_BYTES = 256 * 1024;
    /** One more than are kept, since a CR may follow, which is no part of the line. */
    private static final int MOST_HELD = MOST_BYTES + 1;

    private byte[] open = new byte[512];
    private int held;
    private long lineStart;
    private long next;

    LineSplitter(long offset) {
        lineStart = offset;
        next = offset;
    }

    /** Takes each complete line: its text, the offset of its first byte, the offset after its end. */
    interface Sink {
        void line(String text, long start, long end);
    }

    /** Feeds bytes that follow the previous ones, from a buffer with an array. */
    void feed(ByteBuffer bytes, Sink sink) {
        byte[] array = bytes.array();
        int from = bytes.arrayOffset() + bytes.position();
        int limit = bytes.arrayOffset() + bytes.limit();
        for (int at = from; at < limit; at++) {
            if (array[at] == '\n') {
                long start = lineStart;
                next += at + 1 - from;
                lineStart = next;
                sink.line(line(array, from, at, next - 1 - start), start, next);
                from = at + 1;
            }
        }
        hold(array, from, limit);
        next += limit - from;
        bytes.position(bytes.limit());
    }

    /** Whether a line has begun and not ended. */
    boolean isOpen() {
        return next > lineStart;
    }

    /** Ends the open line as it is: nothing more of it will come. */
    void finish(Sink sink) {
        if (isOpen()) {
            long start = lineStart;
            lineStart = next;
            String text = text(open, 0, held, next - start);
            held = 0;
            sink.line(text, start, next);
        }
    }

    /** Offset of the next byte to feed. */
    long next() {
        return next;
    }

    private String line(byte[] array, int from, int to, long length) {
        if (held == 0 && to - from <= MOST_HELD) {
            return text(array, from, to - from, length);
        }
        hold(array, from, to);
        String text = text(open, 0, held, length);
        held = 0;
        return text;
    }

    private void hold(byte[] array, int from, int to) {
        int count = Math.min(to - from, MOST_HELD - held);
        if (held + count > open.length) {
            open = Arrays.copyOf(open, Math.min(MOST_HELD, Math.max(held + count, 2 * open.length)));
        }
        System.arraycopy(array, from, open, held, count);
        held += count;
    }

    private static String text(byte[] bytes, int from, int count, long length) {
        if (count == length && count > 0 && bytes[from + count - 1] == '\r') {
            return new String(bytes, from, count - 1, StandardCharsets.UTF_8);
        }
        if (length <= MOST_BYTES) {
            return new String(bytes, from, count, StandardCharsets.UTF_8);
        }
        int kept = MOST_BYTES;
        while (kept > MOST_BYTES - 4 && (bytes[from + kept] & 0xC0) == 0x80) {
            kept--;
        }
        return new String(bytes, from, kept, StandardCharsets.UTF_8) + " … [cut: the line has " + length + " bytes]";
    }
}
