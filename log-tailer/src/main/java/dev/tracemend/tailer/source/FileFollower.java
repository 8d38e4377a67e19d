package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one file from where it was left, by its open channel: a rename or removal does not end it. New content behind the
 * same inode starts a new generation at offset 0, after the rest of the older ones was read from the copies or archives that
 * hold them, where there are any. Not thread-safe.
 */
public final class FileFollower implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(FileFollower.class);

    private final Reading reading;
    private final FileIdentity identity;
    private final Route route;
    private final @Nullable OpenFile file;
    private final DrainedContents drained;
    private final KnownCopies copies;
    private Content content;
    /** How much of what a copy or archive holds has arrived. */
    private long arrived;

    private boolean doubted;
    private @Nullable Remainder remainder;

    private FileFollower(Reading reading, @Nullable OpenFile file, Position from, Route route) {
        this.reading = reading;
        this.file = file;
        this.identity = from.file();
        this.route = route;
        this.drained = new DrainedContents(reading.registry());
        this.copies = new KnownCopies(reading);
        this.content = new Content(from, reading);
        rewind();
    }

    /** Opens the file a path names now. */
    public static FileFollower open(Path path, Reading reading) throws IOException {
        OpenFile file = OpenFile.open(path);
        try {
            return of(file, path, reading, Route.DEFAULT);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    static FileFollower of(OpenFile file, Path source, Reading reading, Route route) throws IOException {
        return new FileFollower(reading, file, Contents.now(file, source, reading), route);
    }

    /** What is left of a file that is gone; empty where nothing was found. */
    static Optional<FileFollower> ofRest(Position position, Reading reading) {
        FileFollower follower = new FileFollower(reading, null, position, Route.DEFAULT);
        return follower.isOver() ? Optional.empty() : Optional.of(follower);
    }

    @Override
    public void rewind() {
        closeRemainder();
        drained.clear();
        goOnAfter(-1);
    }

    private void goOnAfter(int generation) {
        Optional<Contents.Next> next = new Contents(identity, reading).after(generation, file != null);
        if (next.isPresent()) {
            read(next.get().from(), next.get().rest().orElse(null));
        } else if (file != null) {
            read(Position.fresh(identity, content.generation() + 1, content.source()), null);
        }
    }

    private void read(Position from, @Nullable Remainder rest) {
        content = new Content(from, reading);
        arrived = from.offset();
        remainder = rest;
        doubted = true;
    }

    @Override
    public boolean read(Sink sink) throws IOException {
        Remainder rest = remainder;
        if (rest != null) {
            return readRest(rest, sink);
        }
        OpenFile open = file;
        if (open == null || (open.isResting() && !doubted && open.hasSize(content.next()))) {
            return false;
        }
        FileChannel channel = open.channel();
        long known = content.isUntouched() ? copies.knownUntil(open, content.generation()) : 0;
        if (known != 0) {
            if (known > 0) {
                begin(sink);
            }
            return false;
        }
        long size = channel.size();
        if (size == content.next() && !(doubted && content.isNotIn(channel))) {
            doubted = false;
            return false;
        }
        doubted = false;
        if (size <= content.next()) {
            return startAgain(sink);
        }
        return switch (content.read(channel, size, sink)) {
            case BYTES -> true;
            case NOTHING -> false;
            case OTHER_CONTENT -> startAgain(sink);
        };
    }

    /** The new content is read at once, unless there is something left of the old one. */
    private boolean startAgain(Sink sink) throws IOException {
        LOG.info("{} was truncated or replaced in place: reading it from the start", source());
        PositionRegistry registry = reading.registry();
        Optional<Remainder> rest = reading.remains().of(content.asRead());
        // At once, lest another content gets this generation when we are killed; the old one cannot be read again.
        if (newest().generation() == content.generation()) {
            registry.put(Position.fresh(identity, content.generation() + 1, content.source()));
        }
        if (rest.isEmpty()) {
            registry.forget(content.key());
        }
        registry.save();
        content.isCutOffAt(rest.map(Remainder::end).orElse(0L));
        remainder = rest.orElse(null);
        arrived = registry.of(content.key()).map(Position::offset).orElse(0L);
        if (remainder == null) {
            begin(sink);
        }
        return read(sink);
    }

    private boolean readRest(Remainder rest, Sink sink) throws IOException {
        ByteBuffer chunk = reading.buffer().cleared();
        int count = rest.read(chunk);
        if (count > 0) {
            content.feed(chunk.flip(), rest.first(), sink);
            return true;
        }
        drained.add(content.key(), content.next(), arrived);
        closeRemainder();
        begin(sink);
        return read(sink);
    }

    /** The content behind the one that was read. */
    private void begin(Sink sink) {
        finish(sink);
        int before = content.generation();
        goOnAfter(before);
        if (content.generation() != before) {
            sink.newGeneration(content.generation());
        }
    }

    @Override
    public void finish(Sink sink) {
        content.finish(sink);
    }

    @Override
    public void remember(int ofGeneration, long offset) {
        try {
            drained.arrived(ofGeneration, offset);
            if (ofGeneration == content.generation()) {
                rememberThis(offset);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read at {}: {}", source(), offset, e.toString());
        }
    }

    @Override
    public void cut(int ofGeneration, long offset) {
        reading.registry().cuts().add(new ContentKey(identity, ofGeneration), offset);
    }

    @Override
    public long cutAfter(int ofGeneration, long offset) {
        return reading.registry().cuts().after(new ContentKey(identity, ofGeneration), offset);
    }

    private void rememberThis(long offset) throws IOException {
        Remainder rest = remainder;
        if (rest != null) {
            arrived = offset;
            content.delivered(offset, rest.before(offset));
        } else if (file != null && !drained.has(content.key())) {
            Digest before = Digest.before(file.channel(), offset);
            // Else the bytes before the offset may already be another content's.
            if (!content.isNotIn(file.channel())) {
                content.delivered(offset, before);
            }
        }
    }

    /** Whether what is being read is what the file holds, and no rest of an older content. */
    boolean isAtItsFile() {
        return file != null && remainder == null;
    }

    /** The newest content, though the rest of an older one may have to be read before: its generation and size. */
    @Override
    public Newest newest() throws IOException {
        int generation =
                reading.registry().of(identity).map(Position::generation).orElse(content.generation());
        OpenFile open = file;
        return new Newest(
                generation,
                open == null || isAtItsFile() ? size() : open.channel().size());
    }

    /** Gives the descriptor back until the file changes; only when everything read has arrived. */
    void rest() {
        if (file != null && remainder == null) {
            file.rest();
        }
    }

    boolean isResting() {
        return file == null || file.isResting();
    }

    /** Something happened to it: other content of the same length is looked for. */
    void doubt() {
        doubted = true;
    }

    private boolean isOver() {
        return file == null && remainder == null;
    }

    Optional<OpenFile> file() {
        return Optional.ofNullable(file);
    }

    /** Device and inode. */
    public FileIdentity identity() {
        return identity;
    }

    @Override
    public String idText() {
        return identity.text();
    }

    @Override
    public String source() {
        return content.source();
    }

    @Override
    public int generation() {
        return content.generation();
    }

    @Override
    public long start() {
        return content.next();
    }

    /** A file that rests was read to its end. */
    @Override
    public long size() throws IOException {
        Remainder rest = remainder;
        if (rest != null) {
            return Math.max(content.next(), rest.isArchive() ? 0 : rest.end());
        }
        return file == null || file.isResting()
                ? content.next()
                : file.channel().size();
    }

    @Override
    public boolean hasOpenLine() {
        return content.hasOpenLine();
    }

    @Override
    public LineFlags flags() {
        return reading.flags();
    }

    @Override
    public Route route() {
        return route;
    }

    private void closeRemainder() {
        Remainder rest = remainder;
        remainder = null;
        if (rest != null) {
            rest.close();
        }
    }

    @Override
    public void close() {
        closeRemainder();
        if (file != null) {
            file.close();
        }
    }
}
