package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one file from where it was left, by its open channel: a rename or removal does not end it. New content behind the
 * same inode starts a new generation at offset 0, after the rest of the old one was read from the copy or archive that
 * holds it, if there is one. Not thread-safe.
 */
public final class FileFollower implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(FileFollower.class);

    private final Reading reading;
    private final FileIdentity identity;
    private final Route route;
    private final @Nullable OpenFile file;
    private String source;
    private int generation;
    private Digest head = Digest.NONE;
    private Digest tail = Digest.NONE;
    private LineFeed lines;
    private long largest;
    /** How much of what a copy or archive holds has arrived. */
    private long arrived;

    private boolean doubted;
    private @Nullable Remainder remainder;
    /** The content before this one, until its last line has arrived. */
    private @Nullable Drained drained;

    private record Drained(ContentKey content, long end) {}

    private FileFollower(Reading reading, @Nullable OpenFile file, Position from, Route route) {
        this.reading = reading;
        this.file = file;
        this.identity = from.file();
        this.source = from.source();
        this.route = route;
        this.lines = new LineFeed(from.offset(), reading.encoding(), reading.limit());
    }

    /** Opens the file a path names now, where the registry says it was left. */
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
        PositionRegistry registry = reading.registry();
        FileChannel channel = file.channel();
        Optional<Position> before = registry.of(file.identity());
        Position known =
                before.orElseGet(() -> Position.fresh(file.identity(), registry.firstGeneration(), source.toString()));
        if (known.isNotIn(channel)) {
            LOG.info("{} holds new content: reading it from the start", source);
            known = Position.fresh(file.identity(), known.generation() + 1, source.toString());
        }
        if (known.offset() == 0 && known.head().length() < Digest.HEAD) {
            known = known.withHead(Digest.head(channel, channel.size()));
        }
        registry.put(known);
        FileFollower follower = new FileFollower(reading, file, known, route);
        follower.rewind();
        return follower;
    }

    /** The rest of a content whose file is gone. */
    static FileFollower of(Position position, Remainder rest, Reading reading, Route route) {
        FileFollower follower = new FileFollower(reading, null, position, route);
        follower.take(position);
        follower.remainder = rest;
        return follower;
    }

    @Override
    public void rewind() {
        closeRemainder();
        drained = null;
        PositionRegistry registry = reading.registry();
        Position newest = registry.of(identity).orElseGet(() -> Position.fresh(identity, generation, source));
        Optional<Position> older = registry.of(new ContentKey(identity, newest.generation() - 1));
        Optional<Remainder> rest = older.flatMap(reading.remains()::of);
        older.filter(position -> rest.isEmpty()).ifPresent(position -> registry.forget(position.key()));
        take(rest.isPresent() ? older.orElse(newest) : newest);
        remainder = rest.orElse(null);
    }

    private void take(Position position) {
        generation = position.generation();
        head = position.head();
        tail = position.tail();
        source = position.source();
        lines = new LineFeed(position.offset(), reading.encoding(), reading.limit());
        largest = position.offset();
        arrived = largest;
    }

    @Override
    public boolean read(Sink sink) throws IOException {
        Remainder rest = remainder;
        if (rest != null) {
            return readRest(rest, sink);
        }
        OpenFile open = file;
        if (open == null || (open.isResting() && !hasChanged(open))) {
            return false;
        }
        FileChannel channel = open.channel();
        long size = channel.size();
        if (size == lines.next() && !(doubted && isOther(channel))) {
            doubted = false;
            return false;
        }
        doubted = false;
        if (size <= lines.next()) {
            return startAgain(sink);
        }
        return readChunk(channel, size, sink);
    }

    /** Reads what was read last once more, so that other content is noticed whenever it came. */
    private boolean readChunk(FileChannel channel, long size, Sink sink) throws IOException {
        int known = tail.length();
        ByteBuffer chunk = reading.buffer().cleared();
        int count = channel.read(chunk, lines.next() - known);
        if (count < known || !tail.isOf(chunk.array(), 0, known) || !head.isStillAt(channel, 0)) {
            return startAgain(sink);
        }
        if (count == known) {
            return false;
        }
        if (!knowsHead(channel, chunk.array(), count)) {
            return true;
        }
        largest = Math.max(largest, size);
        if (!lines.isBegun()) {
            ByteBuffer first = ByteBuffer.allocate(LineFeed.FIRST);
            channel.read(first, 0);
            lines.begin(Arrays.copyOf(first.array(), first.position()));
        }
        chunk.flip().position(known);
        feed(chunk, sink);
        return true;
    }

    /** The first bytes as they were read, not as they are by now: false where that is another content. */
    private boolean knowsHead(FileChannel channel, byte[] chunk, int count) throws IOException {
        if (head.length() < Digest.HEAD) {
            Digest before = head;
            head = lines.next() == 0
                    ? Digest.of(chunk, 0, Math.min(Digest.HEAD, count))
                    : Digest.head(channel, lines.next() + count - tail.length());
            if (!before.isStillAt(channel, 0) || !head.isStillAt(channel, 0)) {
                head = before;
                return false;
            }
        }
        return true;
    }

    private void feed(ByteBuffer chunk, Sink sink) {
        int count = chunk.limit();
        int length = Math.min(Digest.TAIL, count);
        tail = Digest.of(chunk.array(), count - length, length);
        lines.feed(chunk, sink);
    }

    private boolean isOther(FileChannel channel) throws IOException {
        return !head.isStillAt(channel, 0) || !tail.isStillAt(channel, lines.next() - tail.length());
    }

    private boolean hasChanged(OpenFile resting) {
        return doubted
                || resting.attributes()
                        .or(() -> resting.whereabouts().flatMap(path -> resting.attributes()))
                        .filter(now -> now.size() != lines.next())
                        .isPresent();
    }

    /** The new content is read at once, unless there is something left of the old one. */
    private boolean startAgain(Sink sink) throws IOException {
        LOG.info("{} was truncated or replaced in place: reading it from the start", source);
        PositionRegistry registry = reading.registry();
        Position old = new Position(identity, generation, lines.next(), head, tail, source, false);
        Optional<Remainder> rest = reading.remains().of(old);
        // At once, lest another content gets this generation when we are killed; the old one cannot be read again.
        registry.put(Position.fresh(identity, generation + 1, source));
        if (rest.isEmpty()) {
            registry.forget(old.key());
        }
        registry.save();
        long rescued = rest.map(Remainder::end).orElse(0L);
        lost(largest - Math.max(rescued, lines.next()));
        remainder = rest.orElse(null);
        arrived = registry.of(old.key()).map(Position::offset).orElse(0L);
        if (remainder == null) {
            begin(sink);
        }
        return read(sink);
    }

    private void lost(long bytes) {
        if (bytes > 0) {
            reading.metrics().lostBytes().add(bytes);
            LOG.warn(
                    "{} bytes of {} were truncated away before they could be read; rotate by renaming, or copy less often",
                    bytes,
                    source);
        }
    }

    private boolean readRest(Remainder rest, Sink sink) throws IOException {
        ByteBuffer chunk = reading.buffer().cleared();
        int count = readOf(rest, chunk);
        if (count > 0) {
            lines.begin(rest.first());
            feed(chunk.flip(), sink);
            return true;
        }
        drained = new Drained(new ContentKey(identity, generation), lines.next());
        remember(generation, arrived);
        closeRemainder();
        if (file == null) {
            finish(sink);
            return false;
        }
        begin(sink);
        return read(sink);
    }

    private int readOf(Remainder rest, ByteBuffer chunk) {
        try {
            return rest.read(chunk);
        } catch (IOException e) {
            LOG.error("{} cannot be read to its end ({}); what follows is lost", rest.path(), e.toString());
            return -1;
        }
    }

    private void begin(Sink sink) {
        finish(sink);
        generation++;
        head = Digest.NONE;
        tail = Digest.NONE;
        lines = new LineFeed(0, reading.encoding(), reading.limit());
        largest = 0;
        arrived = 0;
        sink.newGeneration(generation);
    }

    @Override
    public void finish(Sink sink) {
        lines.finish(sink);
    }

    @Override
    public void remember(int ofGeneration, long offset) {
        try {
            ContentKey content = new ContentKey(identity, ofGeneration);
            Drained old = drained;
            if (old != null && old.content().equals(content)) {
                if (offset >= old.end()) {
                    reading.registry().forget(content);
                    drained = null;
                }
            } else if (ofGeneration == generation) {
                rememberThis(offset);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read at {}: {}", source, offset, e.toString());
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
            Digest before = rest.before(offset);
            if (before.length() > 0) {
                reading.registry().put(new Position(identity, generation, offset, head, before, source, false));
            }
        } else if (file != null) {
            FileChannel channel = file.channel();
            Digest before = Digest.before(channel, offset);
            // Else the bytes before the offset may already be another content's.
            if (!isOther(channel)) {
                reading.registry().put(new Position(identity, generation, offset, head, before, source, false));
            }
        }
    }

    /** Whether other content has come that was not yet read. */
    boolean isReplaced() throws IOException {
        if (file == null || remainder != null) {
            return false;
        }
        FileChannel channel = file.channel();
        return channel.size() < lines.next() || isOther(channel);
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

    /** Whether all of a content whose file is gone was read. */
    boolean isOver() {
        return file == null && remainder == null;
    }

    Optional<OpenFile> file() {
        return Optional.ofNullable(file);
    }

    Digest head() {
        return head;
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
        return source;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public long start() {
        return lines.next();
    }

    /** A file that rests was read to its end. */
    @Override
    public long size() throws IOException {
        Remainder rest = remainder;
        if (rest != null) {
            return Math.max(lines.next(), rest.isArchive() ? 0 : rest.end());
        }
        return file == null || file.isResting() ? lines.next() : file.channel().size();
    }

    @Override
    public boolean hasOpenLine() {
        return lines.isOpen();
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
