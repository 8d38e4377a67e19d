package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One content of a file while it is read: how far, and by which bytes it is known from any other that may come to stand in
 * its place. Not thread-safe.
 */
final class Content {
    private static final Logger LOG = LoggerFactory.getLogger(Content.class);

    private final Reading reading;
    private final FileIdentity file;
    private final int generation;
    private final String source;
    private final LineFeed lines;
    private Digest head;
    private Digest tail;
    private long largest;
    /** Whether the file may hold other content of the same length. */
    private boolean doubted = true;

    /** What a look at the file has brought. */
    enum Found {
        NOTHING,
        BYTES,
        OTHER_CONTENT
    }

    /** From where a position says that everything before has been delivered. */
    Content(Position from, Reading reading) {
        this.reading = reading;
        this.file = from.file();
        this.generation = from.generation();
        this.source = from.source();
        this.head = from.head();
        this.tail = from.tail();
        this.largest = from.offset();
        this.lines = new LineFeed(from.offset(), reading.encoding(), reading.limit());
    }

    int generation() {
        return generation;
    }

    String source() {
        return source;
    }

    ContentKey key() {
        return new ContentKey(file, generation);
    }

    /** Where reading goes on. */
    long next() {
        return lines.next();
    }

    /** It is gone from its file, and a copy of it ends here; what we had seen of it beyond is lost. */
    void isCutOffAt(long end) {
        long lost = largest - Math.max(end, lines.next());
        if (lost > 0) {
            reading.metrics().lostBytes().add(lost);
            LOG.warn(
                    "{} bytes of {} were truncated away before they could be read; rotate by renaming, or copy less often",
                    lost,
                    source);
        }
    }

    /** Whether nothing is known of it, not even a first byte. */
    boolean isUntouched() {
        return head.length() == 0 && lines.next() == 0;
    }

    boolean hasOpenLine() {
        return lines.isOpen();
    }

    /** The position of what was read, delivered or not. */
    Position asRead() {
        return new Position(file, generation, lines.next(), head, tail, source, false);
    }

    /** Everything before an offset has been delivered; nothing is remembered where the bytes before it are not known. */
    void delivered(long offset, Digest before) {
        if (before.length() > 0) {
            reading.registry().put(new Position(file, generation, offset, head, before, source, false));
        }
    }

    boolean isNotIn(FileChannel channel) throws IOException {
        return !head.isStillAt(channel, 0) || !tail.isStillAt(channel, lines.next() - tail.length());
    }

    /** Something happened to the file: other content of the same length is looked for. */
    void doubt() {
        doubted = true;
    }

    boolean isDoubted() {
        return doubted;
    }

    /** Whether all that the file, of this size, holds was read; doubts are settled. */
    boolean isAllOf(FileChannel channel, long size) throws IOException {
        boolean all = size == lines.next() && !(doubted && isNotIn(channel));
        doubted = false;
        return all;
    }

    /** Reads what was read last once more, so that other content is noticed whenever it came. */
    Found read(FileChannel channel, long size, Follower.Sink sink) throws IOException {
        int known = tail.length();
        ByteBuffer chunk = reading.buffer().cleared();
        int count = channel.read(chunk, lines.next() - known);
        if (count < known || !tail.isOf(chunk.array(), 0, known) || !head.isStillAt(channel, 0)) {
            return Found.OTHER_CONTENT;
        }
        if (count == known) {
            return Found.NOTHING;
        }
        if (!knowsHead(channel, chunk.array(), count)) {
            return Found.BYTES;
        }
        largest = Math.max(largest, size);
        chunk.flip().position(known);
        if (!lines.isBegun()) {
            ByteBuffer first = ByteBuffer.allocate(LineFeed.FIRST);
            channel.read(first, 0);
            begin(chunk, Arrays.copyOf(first.array(), first.position()), sink);
        }
        feed(chunk, sink);
        return Found.BYTES;
    }

    private void begin(ByteBuffer chunk, byte[] first, Follower.Sink sink) {
        if (!lines.isBegun()) {
            sink.ahead(chunk.array(), chunk.position(), chunk.limit());
            lines.begin(first);
        }
    }

    /** The first bytes as they were read, not as they are by now: false where that is another content. */
    private boolean knowsHead(FileChannel channel, byte[] chunk, int count) throws IOException {
        if (head.length() == Digest.HEAD) {
            return true;
        }
        Digest before = head;
        head = lines.next() == 0
                ? Digest.of(chunk, 0, Math.min(Digest.HEAD, count))
                : Digest.head(channel, lines.next() + count - tail.length());
        if (!before.isStillAt(channel, 0) || !head.isStillAt(channel, 0)) {
            head = before;
            return false;
        }
        if (head.length() > before.length()) {
            saveHead();
        }
        return true;
    }

    /**
     * Before a line that begins within these bytes bears its id: after a crash the file may hold something else, and then a
     * copy can be told from a log of its own by nothing but the bytes that were written down.
     */
    private void saveHead() {
        PositionRegistry registry = reading.registry();
        registry.put(registry.of(key())
                .orElseGet(() -> Position.fresh(file, generation, source))
                .withHead(head));
        registry.save();
    }

    /** Bytes that follow those that were read. */
    void feed(ByteBuffer chunk, Follower.Sink sink) {
        int count = chunk.limit();
        int length = Math.min(Digest.TAIL, count);
        tail = Digest.of(chunk.array(), count - length, length);
        lines.feed(chunk, sink);
    }

    /** Bytes of the same content that lie elsewhere by now, which begins with {@code first}. */
    void feed(ByteBuffer chunk, byte[] first, Follower.Sink sink) {
        begin(chunk, first, sink);
        feed(chunk, sink);
    }

    void finish(Follower.Sink sink) {
        lines.finish(sink);
    }
}
