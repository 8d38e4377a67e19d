package dev.tracemend.tailer.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rest of a content that now lies in another file: a copy, or a compressed one. Reads from the offset that was asked for. */
final class Remainder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Remainder.class);
    private static final int BUFFER = 64 * 1024;
    private static final int FIRST = 4;

    private final Path path;
    private final Optional<FileChannel> copy;
    private final InputStream in;
    private final byte[] first;
    private final long end;
    private long left;

    private Remainder(Path path, FileChannel copy, long from, long end) throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(FIRST, end));
        copy.read(start, 0);
        this.first = start.array();
        this.path = path;
        this.copy = Optional.of(copy);
        this.in = Channels.newInputStream(copy);
        this.end = end;
        this.left = end - from;
    }

    private Remainder(Path path, InputStream in, byte[] first, long from, long end) {
        this.first = first;
        this.path = path;
        this.copy = Optional.empty();
        this.in = in;
        this.end = end;
        this.left = end - from;
    }

    /**
     * Of a plain file, if it begins as the position's did and has the same bytes before its offset. Nothing remains in a
     * copy that is shorter, made before what was read last: it is known by its first bytes alone, where those may do.
     */
    static Optional<Remainder> inCopy(Path path, Position position, boolean shorter) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            long size = channel.size();
            if (position.head().isStillAt(channel, 0)) {
                if (size >= position.offset() && position.tailIsIn(channel)) {
                    channel.position(position.offset());
                    return Optional.of(new Remainder(path, channel, position.offset(), size));
                }
                if (shorter && size < position.offset() && position.head().length() >= Digest.TAIL) {
                    return Optional.of(new Remainder(path, channel, size, size));
                }
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Of a gzip file, on the same conditions for what it holds. */
    static Optional<Remainder> inArchive(Path path, Position position) throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream in = new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
            in.mark(FIRST + 1);
            byte[] first = in.readNBytes(FIRST);
            in.reset();
            if (isThere(in, position)) {
                return Optional.of(new Remainder(path, in, first, position.offset(), Long.MAX_VALUE));
            }
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
        raw.close();
        return Optional.empty();
    }

    /** Leaves the stream at the offset. */
    private static boolean isThere(InputStream in, Position position) throws IOException {
        in.mark(Digest.HEAD + 1);
        byte[] head = in.readNBytes(position.head().length());
        if (!position.head().isOf(head, 0, head.length)) {
            return false;
        }
        in.reset();
        in.skipNBytes(position.offset() - position.tail().length());
        byte[] tail = in.readNBytes(position.tail().length());
        return position.tail().isOf(tail, 0, tail.length);
    }

    /** As a channel reads: the count, or -1 at the end, also where what follows cannot be read. */
    int read(ByteBuffer into) {
        try {
            return readOn(into);
        } catch (IOException e) {
            LOG.error("{} cannot be read to its end ({}); what follows is lost", path, e.toString());
            return -1;
        }
    }

    private int readOn(ByteBuffer into) throws IOException {
        int most = (int) Math.min(into.remaining(), left);
        if (most == 0) {
            return -1;
        }
        int count = in.read(into.array(), into.arrayOffset() + into.position(), most);
        if (count > 0) {
            into.position(into.position() + count);
            left -= count;
        }
        return count;
    }

    /** Offset after the last byte of a copy. */
    long end() {
        return end;
    }

    /** Of the bytes before an offset; an archive cannot be asked twice. */
    Digest before(long offset) throws IOException {
        return copy.isPresent() ? Digest.before(copy.get(), offset) : Digest.NONE;
    }

    /** Then its length is not known before its end. */
    boolean isArchive() {
        return copy.isEmpty();
    }

    /** The first bytes of the content. */
    byte[] first() {
        return first.clone();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            left = 0;
        }
    }
}
