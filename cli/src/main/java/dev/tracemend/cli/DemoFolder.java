package dev.tracemend.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's data folder: emptied at the start (only where a demo made it), locked while a demo runs. */
final class DemoFolder implements AutoCloseable {
    static final String PURPOSE = "demo";

    private static final String MARK = ".tracemend-demo";

    private final Path path;
    private final FileChannel lock;

    private DemoFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DemoFolder fresh(Path path) {
        try {
            Path mark = path.resolve(MARK);
            if (!Files.exists(mark) && !isEmpty(path)) {
                throw CommandFailure.configuration(
                        path
                                + " holds files that no demo made, and the demo empties its folder; name an empty one with --data");
            }
            FileChannel lock = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw CommandFailure.configuration("another demo runs on " + path + "; stop it, or name another folder"
                        + " with --data (and other ports with --port and --kafka-port)");
            }
            empty(path, mark);
            return new DemoFolder(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's folder " + path + " cannot be prepared", e);
        }
    }

    /** Whether a demo has made this folder its own. */
    static boolean isOne(Path path) {
        return Files.exists(path.resolve(MARK));
    }

    Path path() {
        return path;
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void empty(Path path, Path mark) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.walk(path)) {
            old = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : old) {
            if (!file.equals(path) && !file.equals(mark)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
