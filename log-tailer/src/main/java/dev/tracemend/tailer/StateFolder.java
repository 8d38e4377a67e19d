package dev.tracemend.tailer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** The tailer's own folder: locked while it runs, and home of its id, so that a renamed host changes no line's id. */
final class StateFolder implements AutoCloseable {
    private final FileChannel lock;
    private final String id;

    private StateFolder(FileChannel lock, String id) {
        this.lock = lock;
        this.id = id;
    }

    static StateFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new TailerStartException("another tailer uses " + folder
                        + "; stop it, or give this one a state folder of its own with --state");
            }
            return new StateFolder(lock, id(folder.resolve("id")));
        } catch (IOException e) {
            throw new TailerStartException(
                    "the state folder " + folder + " cannot be used (" + e + "); name another with --state");
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

    private static String id(Path file) throws IOException {
        if (Files.exists(file)) {
            String known = Files.readString(file).strip();
            if (known.matches("[0-9a-f]{12}")) {
                return known;
            }
        }
        String fresh = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Files.writeString(file, fresh);
        return fresh;
    }

    String id() {
        return id;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
