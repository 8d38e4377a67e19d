package dev.tracemend.tailer.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/** From the bytes of one content to its lines: cut, turned into UTF-8, taken out of what a container engine wraps around. */
final class LineFeed {
    /** So many bytes of a content say which text it is. */
    static final int FIRST = 4;

    private final Charset otherwise;
    private final LineLimit limit;
    private final ContainerLines unwrapped;
    private LineCutter cutter;
    private boolean begun;

    /** For what follows an offset; {@code otherwise} is the encoding where the content does not say. */
    LineFeed(long offset, Charset otherwise, LineLimit limit) {
        this.limit = limit;
        this.unwrapped = new ContainerLines(limit);
        this.cutter = new LineSplitter(offset, limit);
        this.otherwise = otherwise;
    }

    boolean isBegun() {
        return begun;
    }

    /** Before the first bytes are fed: the content's first, wherever the reading begins. */
    void begin(byte[] first) {
        if (!begun) {
            begun = true;
            cutter = Encoding.cutter(Encoding.of(first, first.length, otherwise), cutter.next(), limit);
        }
    }

    void feed(ByteBuffer bytes, Follower.Sink sink) {
        cutter.feed(bytes, (text, from, to, start, end) -> line(text, from, to, start, end, sink::line));
    }

    void finish(Follower.Sink sink) {
        LineSplitter.Sink last = (text, from, to, start, end) -> {
            limit.flags().unterminated();
            sink.unterminated(text, from, to, start, end);
        };
        cutter.finish((text, from, to, start, end) -> line(text, from, to, start, end, last));
        unwrapped.finish(last);
    }

    private void line(byte[] text, int from, int to, long start, long end, LineSplitter.Sink sink) {
        int mark = start == 0 && Encoding.isUtf8Mark(text, from, to) ? 3 : 0;
        unwrapped.line(text, from + mark, to, start, end, sink);
    }

    boolean isOpen() {
        return cutter.isOpen() || unwrapped.isOpen();
    }

    long next() {
        return cutter.next();
    }
}
