package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file, known by device and inode. Its descriptor may rest while nothing happens: then the file is opened again by the
 * name it has by that time, if it still has one in its folder. Not thread-safe.
 */
final class OpenFile implements AutoCloseable {
    private final FileIdentity identity;
    private final Object key;
    private Path path;
    private @Nullable FileChannel channel;

    private OpenFile(FileIdentity identity, Object key, Path path, FileChannel channel) {
        this.identity = identity;
        this.key = key;
        this.path = path;
        this.channel = channel;
    }

    /** Opens what a path names now. */
    static OpenFile open(Path path) throws IOException {
        FileIdentity identity = FileIdentity.of(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            Object key = key(path);
            if (!identity.equals(FileIdentity.of(path))) {
                // Else the old file's lines would bear the new file's ids.
                throw new NoSuchFileException(path.toString(), null, "replaced while it was opened");
            }
            return new OpenFile(identity, key, path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Object key(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        if (key == null) {
            throw new IOException("the file system of " + path + " does not tell files apart");
        }
        return key;
    }

    FileIdentity identity() {
        return identity;
    }

    /** What the file system tells it by. */
    Object key() {
        return key;
    }

    /** Under which it was last seen. */
    Path path() {
        return path;
    }

    void isNow(Path named) {
        path = named;
    }

    boolean isResting() {
        return channel == null;
    }

    /** Opens it again if it rests; fails when it has no name any more. */
    FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen()) {
            return open;
        }
        Path now = whereabouts().orElseThrow(() -> new NoSuchFileException(path.toString(), null, "it was deleted"));
        OpenFile again = open(now);
        if (!again.identity.equals(identity)) {
            again.close();
            throw new NoSuchFileException(now.toString(), null, "replaced while it was opened");
        }
        path = now;
        channel = again.channel;
        return again.channel();
    }

    /** What the file system says of it, if it still has the name it had. */
    Optional<BasicFileAttributes> attributes() {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return key.equals(found.fileKey()) ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is so long, by whatever name; also where it cannot be found. */
    boolean hasSize(long size) {
        return attributes()
                .or(() -> whereabouts().flatMap(path -> attributes()))
                .map(now -> now.size() == size)
                .orElse(true);
    }

    /** The name it has now: the one it had, or another in the same folder. */
    Optional<Path> whereabouts() {
        if (attributes().isPresent()) {
            return Optional.of(path);
        }
        Path folder = path.getParent();
        Optional<Path> now = folder == null ? Optional.empty() : find(folder, key);
        now.ifPresent(this::isNow);
        return now;
    }

    /** The file of a folder that has this key. */
    private static Optional<Path> find(Path folder, Object key) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (key.equals(
                        Files.readAttributes(entry, BasicFileAttributes.class).fileKey())) {
                    return Optional.of(entry);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Gives the descriptor back until it is needed. */
    void rest() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // Nothing was written through it.
                return;
            }
        }
    }

    @Override
    public void close() {
        rest();
    }
}
