package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps all other writers out of one journal, in this process and in others; the system frees it when the process dies. */
final class WriterLock implements AutoCloseable {
    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, waiting for another process up to {@code limit}. */
    static WriterLock take(Path home, Duration limit) throws IOException, WorkspaceException {
        FileChannel channel = FileChannel.open(
                home.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null || waited(channel, limit);
        } catch (OverlappingFileLockException ownProcess) {
            taken = false;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        if (!taken) {
            throw new WorkspaceException(
                    Reason.BUSY, "", "another tracemend is writing in this workspace (" + home + "): try again later");
        }
        return new WriterLock(channel);
    }

    private static boolean waited(FileChannel channel, Duration limit) {
        CompletableFuture<Boolean> lock = CompletableFuture.supplyAsync(() -> {
            try {
                return channel.lock().isValid();
            } catch (IOException closed) {
                throw new CompletionException(closed);
            }
        });
        try {
            return lock.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException notInTime) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
