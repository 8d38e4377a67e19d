package dev.tracemend.tailer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tailer's own folder: locked while it runs, and home of its id, so that a renamed host changes no line's id. */
final class StateFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);

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
                throw new TailerStartException("another tailer" + holder(folder.resolve("lock")) + " uses " + folder
                        + "; stop it, or give this one a state folder of its own with --state");
            }
            sign(lock);
            return new StateFolder(lock, id(folder.resolve("id")));
        } catch (IOException e) {
            throw new TailerStartException(
                    "the state folder " + folder + " cannot be used (" + e + "); name another with --state");
        }
    }

    /** So that a second one can say whom it met; a disk too full for that is no reason not to start. */
    private static void sign(FileChannel lock) {
        try {
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            lock.truncate(0).write(ByteBuffer.wrap(pid));
        } catch (IOException e) {
            LOG.warn("the state folder's lock cannot be signed: {}", e.toString());
        }
    }

    private static String holder(Path lock) {
        try {
            String pid = Files.readString(lock).strip();
            return pid.matches("\\d{1,10}") ? " (pid " + pid + ")" : "";
        } catch (IOException e) {
            return "";
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

    /** The id a folder holds, without touching it. */
    static String idIn(Path folder) {
        try {
            return known(folder.resolve("id")).orElse("dry-run");
        } catch (IOException e) {
            return "dry-run";
        }
    }

    private static Optional<String> known(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).strip()).filter(text -> text.matches("[0-9a-f]{12}"));
    }

    private static String id(Path file) throws IOException {
        Optional<String> known = known(file);
        if (known.isPresent()) {
            return known.get();
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
