package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one file from where it was left, by its open channel: a rename or removal does not end it, a truncation or new
 * content behind the same inode starts a new generation at offset 0. Not thread-safe.
 */
public final class FileFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileFollower.class);
    private static final int CHUNK = 128 * 1024;

    private final FileIdentity identity;
    private final String source;
    private final FileChannel channel;
    private final PositionRegistry registry;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    private int generation;
    private Digest head;
    private LineSplitter splitter;
    private Digest tail;

    private FileFollower(
            FileIdentity identity, String source, FileChannel channel, Position from, PositionRegistry registry) {
        this.registry = registry;
        this.identity = identity;
        this.source = source;
        this.channel = channel;
        this.generation = from.generation();
        this.head = from.head();
        this.tail = from.tail();
        this.splitter = new LineSplitter(from.offset());
    }

    /** Opens the file a path names now, where the registry says it was left. */
    public static FileFollower open(Path path, PositionRegistry registry) throws IOException {
        FileIdentity identity = FileIdentity.of(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (!identity.equals(FileIdentity.of(path))) {
                // Else the old file's lines would bear the new file's ids.
                throw new NoSuchFileException(path.toString(), null, "replaced while it was opened");
            }
            String source = path.toString();
            Position fresh = new Position(identity, 0, 0, Digest.NONE, Digest.NONE, source);
            Position known = registry.of(identity).orElse(fresh);
            if (isNew(channel, known)) {
                LOG.info("{} holds new content: reading it from the start", path);
                known = new Position(identity, known.generation() + 1, 0, Digest.NONE, Digest.NONE, source);
                registry.put(known);
            }
            return new FileFollower(identity, known.source(), channel, known, registry);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static boolean isNew(FileChannel channel, Position known) throws IOException {
        return channel.size() < known.offset()
                || !known.head().isStillAt(channel, 0)
                || !known.tail()
                        .isStillAt(channel, known.offset() - known.tail().length());
    }

    /** Takes what {@link #read} finds. */
    public interface Sink {
        /** A complete line of this generation: where its text (UTF-8, without its end) lies until the call returns. */
        void line(byte[] text, int from, int to, long start, long end);

        /** What follows is other content: whatever was still open is complete. */
        void newGeneration(int generation);
    }

    /** Reads at most one chunk; whether there was anything. */
    public boolean read(Sink sink) throws IOException {
        long size = channel.size();
        if (size == splitter.next()) {
            // Other content of just this length shows when it grows.
            return false;
        }
        if (size < splitter.next() || !isSame()) {
            startAgain(sink);
        }
        chunk.clear();
        int count = channel.read(chunk, splitter.next());
        if (count <= 0) {
            return false;
        }
        long end = splitter.next() + count;
        if (head.length() < Digest.HEAD) {
            head = Digest.head(channel, end);
        }
        tail = Digest.before(channel, end);
        chunk.flip();
        splitter.feed(chunk, sink::line);
        return true;
    }

    private boolean isSame() throws IOException {
        return head.isStillAt(channel, 0) && tail.isStillAt(channel, splitter.next() - tail.length());
    }

    private void startAgain(Sink sink) {
        LOG.info("{} was truncated: reading it from the start", source);
        generation++;
        head = Digest.NONE;
        tail = Digest.NONE;
        splitter = new LineSplitter(0);
        // At once, lest another content gets this generation when we are killed; the old one cannot be read again.
        registry.put(new Position(identity, generation, 0, head, tail, source));
        sink.newGeneration(generation);
    }

    /** Whether the file ends in a line without its end. */
    public boolean hasOpenLine() {
        return splitter.isOpen();
    }

    /** Takes the line without its end for a whole one: nothing more of it will come. */
    public void finish(Sink sink) {
        splitter.finish(sink::line);
    }

    /** Bytes of the file as it is now, read or not. */
    public long size() throws IOException {
        return channel.size();
    }

    /** The registry's entry once everything before {@code offset} has been acknowledged. */
    public void remember(int ofGeneration, long offset) {
        if (ofGeneration != generation) {
            return;
        }
        try {
            registry.put(new Position(identity, generation, offset, head, Digest.before(channel, offset), source));
        } catch (IOException e) {
            LOG.warn("{} cannot be read at {}: {}", source, offset, e.toString());
        }
    }

    /** Device and inode. */
    public FileIdentity identity() {
        return identity;
    }

    /** The path under which the file was first seen. */
    public String source() {
        return source;
    }

    /** Which content behind this inode is being read. */
    public int generation() {
        return generation;
    }

    /** Where reading starts. */
    public long start() {
        return splitter.next();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing {}", source, e);
        }
    }
}
