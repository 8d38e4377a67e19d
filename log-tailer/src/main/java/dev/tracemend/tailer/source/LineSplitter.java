package dev.tracemend.tailer.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Cuts bytes into lines at LF, whatever pieces they come in. A line without its end is held back, so that half a line and
 * half a UTF-8 character never leave. A line beyond the limit is cut and says how long it was; its rest is skipped, not
 * kept in memory.
 */
final class LineSplitter {
    /** Bytes of a line that are kept. */
    static final int MOST_BYTES = 256 * 1024;

    private final ByteArrayOutputStream open = new ByteArrayOutputStream(512);
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

    /** Feeds bytes that follow the previous ones. */
    void feed(ByteBuffer bytes, Sink sink) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            next++;
            if (b == '\n') {
                sink.line(text(), lineStart, next);
                open.reset();
                lineStart = next;
            } else if (open.size() < MOST_BYTES) {
                open.write(b);
            }
        }
    }

    /** Offset of the next byte to feed. */
    long next() {
        return next;
    }

    private String text() {
        long length = next - 1 - lineStart;
        byte[] bytes = open.toByteArray();
        int end = bytes.length;
        if (length > end) {
            return new String(bytes, 0, end, StandardCharsets.UTF_8) + " … [cut: the line has " + length + " bytes]";
        }
        if (end > 0 && bytes[end - 1] == '\r') {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
