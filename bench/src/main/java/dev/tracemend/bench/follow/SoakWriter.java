package dev.tracemend.bench.follow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A service that writes evenly for a while and rotates by renaming; only its latest files stay on the disk. */
final class SoakWriter {
    private static final int BLOCK_LINES = 500;
    private static final long FILE_BYTES = 64L << 20;
    private static final int KEPT = 4;
    private static final String[] WORDS = {"order", "paid", "shipped", "stock", "cart", "refund", "customer", "größe"};

    private final Path file;
    private long lines;
    private long bytes;
    private int rotated;
    private FileChannel out;
    private long inFile;

    SoakWriter(Path file) throws IOException {
        this.file = file;
        this.out = open();
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Writes at so many bytes a second for so many nanoseconds; behind its time it makes up for it. */
    void write(double bytesPerSecond, long nanos) throws IOException {
        long start = System.nanoTime();
        long before = bytes;
        long passed = 0;
        while (passed < nanos) {
            if (bytes - before < passed / 1e9 * bytesPerSecond) {
                block();
            } else {
                LockSupport.parkNanos(1_000_000);
            }
            passed = System.nanoTime() - start;
        }
    }

    private void block() throws IOException {
        StringBuilder text = new StringBuilder(BLOCK_LINES * 160);
        Instant now = Instant.now();
        for (int i = 0; i < BLOCK_LINES; i++) {
            lines++;
            text.append(now).append(" INFO [http-").append(lines % 16).append("] com.example.App - ");
            for (long word = lines; word > 0; word /= 8) {
                text.append(WORDS[(int) (word % WORDS.length)]).append(' ');
            }
            text.append("number ").append(lines).append('\n');
        }
        ByteBuffer block = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        bytes += block.remaining();
        inFile += block.remaining();
        while (block.hasRemaining()) {
            out.write(block);
        }
        if (inFile >= FILE_BYTES) {
            rotate();
        }
    }

    private void rotate() throws IOException {
        out.close();
        Files.move(file, rotated(++rotated));
        Files.deleteIfExists(rotated(rotated - KEPT));
        out = open();
        inFile = 0;
    }

    private Path rotated(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes;
    }

    void close() throws IOException {
        out.close();
    }
}
