package dev.tracemend.tailer.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a text that is not UTF-8: of one byte a character, or UTF-16. Half characters are held back with their line. */
final class CharsetLines implements LineCutter {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Charset charset;
    private final LineLimit limit;
    private final int unit;
    private final int low;
    private byte[] open = new byte[512];
    private int held;
    private long lineStart;
    private long next;

    CharsetLines(Charset charset, long offset, LineLimit limit) {
        this.limit = limit;
        this.charset = charset;
        this.unit = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE) ? 2 : 1;
        this.low = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
        this.lineStart = offset;
        this.next = offset;
    }

    @Override
    public void feed(ByteBuffer bytes, LineSplitter.Sink sink) {
        while (bytes.hasRemaining()) {
            byte each = bytes.get();
            long place = next - lineStart;
            next++;
            if (held < limit.bytes() + unit) {
                if (held == open.length) {
                    open = Arrays.copyOf(open, Math.min(limit.bytes() + unit, 2 * open.length));
                }
                open[held++] = each;
            } else {
                // Only the last character is needed, to see the line's end.
                open[held - unit + (int) (place % unit)] = each;
            }
            if (place % unit == unit - 1 && isEnd()) {
                give(held - unit, next - lineStart - unit, sink);
            }
        }
    }

    private boolean isEnd() {
        return open[held - unit + low] == '\n' && (unit == 1 || open[held - 1 - low] == 0);
    }

    private void give(int kept, long length, LineSplitter.Sink sink) {
        String text = new String(open, 0, Math.min(kept, limit.bytes()), charset);
        if (lineStart == 0 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (length > limit.bytes()) {
            limit.cut(length);
            text += " … [cut: the line has " + length + " bytes]";
        } else if (text.endsWith("\r")) {
            text = text.substring(0, text.length() - 1);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long start = lineStart;
        held = 0;
        lineStart = next;
        sink.line(utf8, 0, utf8.length, start, next);
    }

    @Override
    public void finish(LineSplitter.Sink sink) {
        if (isOpen()) {
            give(held, next - lineStart, sink);
        }
    }

    @Override
    public boolean isOpen() {
        return next > lineStart;
    }

    @Override
    public long next() {
        return next;
    }
}
