package dev.tracemend.tailer.source;

import dev.tracemend.logs.ByteScan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts bytes into lines at LF, whatever pieces they come in. A line without its end is held back, so that half a line and
 * half a UTF-8 character never leave. A line beyond the limit is cut and says how long it was; its rest is skipped, not
 * kept in memory. Lines that lie whole in what is fed are not copied.
 */
final class LineSplitter implements LineCutter {
    /** Bytes of a line that are kept. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int LEAST_HELD = 256;
    /** Room kept from one line to the next. */
    private static final int MOST_KEPT = 16 * 1024;

    /** One more than are kept, since a CR may follow, which is no part of the line. */
    private final int mostHeld;

    private final LineLimit limit;
    /** Small while it can be: there may be thousands of us. */
    private byte[] open = new byte[0];

    private int held;
    private long lineStart;
    private long next;

    LineSplitter(long offset) {
        this(offset, LineLimit.usual());
    }

    LineSplitter(long offset, LineLimit limit) {
        this.limit = limit;
        mostHeld = limit.bytes() + 1;
        lineStart = offset;
        next = offset;
    }

    /**
     * Takes each complete line: where its text lies (valid UTF-8, without its end; overwritten after the call), the offset of
     * its first byte, the offset after its end.
     */
    interface Sink {
        void line(byte[] text, int from, int to, long start, long end);
    }

    /** Feeds bytes that follow the previous ones, from a buffer with an array. */
    @Override
    public void feed(ByteBuffer bytes, Sink sink) {
        byte[] array = bytes.array();
        int from = bytes.arrayOffset() + bytes.position();
        int limit = bytes.arrayOffset() + bytes.limit();
        for (int end = ByteScan.indexOf(array, from, limit, '\n');
                end >= 0;
                end = ByteScan.indexOf(array, from, limit, '\n')) {
            next += end + 1 - from;
            line(array, from, end, sink);
            lineStart = next;
            from = end + 1;
        }
        hold(array, from, limit);
        next += limit - from;
        bytes.position(bytes.limit());
    }

    /** Whether a line has begun and not ended. */
    @Override
    public boolean isOpen() {
        return next > lineStart;
    }

    /** Ends the open line as it is: nothing more of it will come. */
    @Override
    public void finish(Sink sink) {
        if (isOpen()) {
            giveHeld(next - lineStart, sink);
            lineStart = next;
        }
    }

    /** Offset of the next byte to feed. */
    @Override
    public long next() {
        return next;
    }

    private void line(byte[] array, int from, int to, Sink sink) {
        long length = next - 1 - lineStart;
        if (held == 0 && length < limit.bytes()) {
            give(array, from, withoutReturn(array, from, to), sink);
            return;
        }
        hold(array, from, to);
        giveHeld(length, sink);
    }

    private void giveHeld(long length, Sink sink) {
        int end = held == length ? withoutReturn(open, 0, held) : held;
        int last = end <= limit.bytes() ? end : cut(length);
        held = 0;
        give(open, 0, last, sink);
        if (open.length > MOST_KEPT) {
            open = new byte[0];
        }
    }

    private static int withoutReturn(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    private void hold(byte[] array, int from, int to) {
        int count = Math.min(to - from, mostHeld - held);
        if (held + count > open.length) {
            open = Arrays.copyOf(
                    open, Math.min(mostHeld, Math.max(held + count, Math.max(LEAST_HELD, 2 * open.length))));
        }
        System.arraycopy(array, from, open, held, count);
        held += count;
    }

    /** Where the cut line's note ends. */
    private int cut(long length) {
        limit.cut(length);
        int kept = limit.bytes();
        while (kept > limit.bytes() - 4 && (open[kept] & 0xC0) == 0x80) {
            kept--;
        }
        byte[] note = (" … [cut: the line has " + length + " bytes]").getBytes(StandardCharsets.UTF_8);
        open = Arrays.copyOf(open, kept + note.length);
        System.arraycopy(note, 0, open, kept, note.length);
        return open.length;
    }

    private void give(byte[] bytes, int from, int to, Sink sink) {
        if (ByteScan.isAscii(bytes, from, to) || Utf8Text.isValid(bytes, from, to)) {
            sink.line(bytes, from, to, lineStart, next);
        } else {
            limit.mended(Utf8Text.invalid(bytes, from, to));
            byte[] mended = Utf8Text.mended(bytes, from, to);
            sink.line(mended, 0, mended.length, lineStart, next);
        }
    }
}
