package dev.tracemend.streams.spark;

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
import org.jspecify.annotations.Nullable;

/**
 * A local checkpoint folder, held by one job at a time: {@code query} with Spark's offsets and state, {@code tmp} with
 * what a killed job leaves behind, swept at the next start. Two jobs in one folder would overwrite each other's batches.
 */
final class CheckpointFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private CheckpointFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, making it where it is missing; an IllegalStateException says that another job has it. */
    static CheckpointFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IllegalStateException("checkpoint " + folder + " is in use by another job; stop that one or"
                        + " name another folder with --checkpoint");
            }
            CheckpointFolder taken = new CheckpointFolder(folder, channel);
            taken.sweep();
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "checkpoint " + folder + " cannot be written; name another folder with" + " --checkpoint", e);
        }
    }

    Path query() {
        return folder.resolve(SparkWindowJob.QUERY);
    }

    Path tmp() {
        return folder.resolve("tmp");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void sweep() throws IOException {
        if (Files.exists(tmp())) {
            List<Path> old;
            try (Stream<Path> files = Files.walk(tmp())) {
                old = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
        Files.createDirectories(tmp());
    }
}
