package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import java.io.IOException;
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
    private final KnownCopies copies;
    private final CurrentContent current;

    private FileFollower(Reading reading, @Nullable OpenFile file, Position from, Route route) {
        this.reading = reading;
        this.file = file;
        this.identity = from.file();
        this.route = route;
        this.copies = new KnownCopies(reading);
        this.current = new CurrentContent(from, file != null, reading);
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
        current.rewind();
    }

    @Override
    public boolean read(Sink sink) throws IOException {
        if (current.isRest()) {
            return current.readRest(sink) || read(sink);
        }
        Content content = current.now();
        OpenFile open = file;
        if (open == null || (open.isResting() && !content.isDoubted() && open.hasSize(content.next()))) {
            return false;
        }
        FileChannel channel = open.channel();
        long known = content.isUntouched() ? copies.knownUntil(open, content.generation()) : 0;
        if (known != 0) {
            if (known > 0) {
                current.next(sink);
            }
            return false;
        }
        long size = channel.size();
        if (content.isAllOf(channel, size)) {
            return false;
        }
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
        current.isGone(sink);
        return read(sink);
    }

    @Override
    public void finish(Sink sink) {
        current.now().finish(sink);
    }

    @Override
    public void remember(int ofGeneration, long offset) {
        try {
            current.remember(ofGeneration, offset, file);
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

    /** Whether what is being read is what the file holds, and no rest of an older content. */
    boolean isAtItsFile() {
        return file != null && !current.isRest();
    }

    /** The newest content, though the rest of an older one may have to be read before: its generation and size. */
    @Override
    public Newest newest() throws IOException {
        OpenFile open = file;
        return new Newest(
                current.newestGeneration(),
                open == null || isAtItsFile() ? size() : open.channel().size());
    }

    /** Gives the descriptor back until the file changes; only when everything read has arrived. */
    void rest() {
        if (file != null && !current.isRest()) {
            file.rest();
        }
    }

    boolean isResting() {
        return file == null || file.isResting();
    }

    /** Something happened to it: other content of the same length is looked for. */
    void doubt() {
        current.now().doubt();
    }

    @Override
    public boolean isOver() {
        return file == null && !current.isRest();
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
        return current.now().source();
    }

    @Override
    public int generation() {
        return current.now().generation();
    }

    @Override
    public long start() {
        return current.now().next();
    }

    /** A file that rests was read to its end. */
    @Override
    public long size() throws IOException {
        if (current.isRest()) {
            return current.restSize();
        }
        return file == null || file.isResting()
                ? current.now().next()
                : file.channel().size();
    }

    @Override
    public boolean hasOpenLine() {
        return current.now().hasOpenLine();
    }

    @Override
    public LineFlags flags() {
        return reading.flags();
    }

    @Override
    public Route route() {
        return route;
    }

    @Override
    public void close() {
        current.closeRest();
        if (file != null) {
            file.close();
        }
    }
}
