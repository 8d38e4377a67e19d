package dev.tracemend.tailer.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** A service that writes numbered lines in pieces that end anywhere, and rotates its file. One thread only. */
final class LogWriter implements AutoCloseable {
    private static final long STEP_NANOS = 5_000_000;
    private static final int MOST_A_STEP = 2_000;

    private final FaultLines lines;
    private final Path path;
    private final long first;
    private final SplittableRandom random;
    private FileChannel out;
    private byte[] unwritten = {};
    private volatile long next;
    private int rotated;

    LogWriter(FaultLines lines, Path path, long first) throws IOException {
        this.lines = lines;
        this.path = path;
        this.first = first;
        this.next = first;
        this.random = new SplittableRandom(lines.seed() * 31 + first);
        this.out = open();
    }

    /** Writes so many lines at so many a second; behind its time it makes up for it. */
    void paced(int count, int perSecond) throws IOException {
        long start = System.nanoTime();
        int done = 0;
        while (done < count) {
            long due = Math.min(count, (System.nanoTime() - start) * perSecond / 1_000_000_000L + 1);
            int now = (int) Math.min(MOST_A_STEP, due - done);
            if (now > 0) {
                pieces(now);
                done += now;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        complete();
    }

    /** Writes so many lines at once, the last of them complete. */
    void lines(int count) throws IOException {
        pieces(count);
        complete();
    }

    private void pieces(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(count * 128);
        bytes.write(unwritten);
        for (int i = 0; i < count; i++) {
            bytes.write((lines.text(next++) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = bytes.toByteArray();
        int at = 0;
        // Ends within a line, often within a character; what is held back comes with the next piece.
        int end = all.length - random.nextInt(Math.min(100, all.length));
        while (at < end) {
            int piece = Math.min(end - at, random.nextInt(1, 16_384));
            write(ByteBuffer.wrap(all, at, piece));
            at += piece;
        }
        unwritten = java.util.Arrays.copyOfRange(all, end, all.length);
    }

    private void complete() throws IOException {
        write(ByteBuffer.wrap(unwritten));
        unwritten = new byte[0];
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Renames the file to {@code <name>.<n>} with a new number each time, and begins another. */
    void rename() throws IOException {
        out.close();
        Files.move(path, path.resolveSibling(path.getFileName() + "." + ++rotated));
        out = open();
    }

    /** Moves {@code .1} to {@code .2} and so on, keeps so many, and begins another, as logrotate does. */
    void shift(int keep) throws IOException {
        out.close();
        Files.deleteIfExists(numbered(keep));
        for (int i = keep - 1; i >= 1; i--) {
            if (Files.exists(numbered(i))) {
                Files.move(numbered(i), numbered(i + 1));
            }
        }
        Files.move(path, numbered(1));
        out = open();
    }

    private Path numbered(int i) {
        return path.resolveSibling(path.getFileName() + "." + i);
    }

    /** Copies the file to {@code <name>.<n>} and cuts it to nothing; nobody writes meanwhile. */
    void copyTruncate() throws IOException {
        Files.copy(path, numbered(++rotated));
        out.truncate(0);
    }

    /** Cuts the file to nothing without a copy. */
    void truncate() throws IOException {
        out.truncate(0);
    }

    /** Deletes the file and makes another, which most file systems give the same inode. */
    void recreate() throws IOException {
        out.close();
        Files.delete(path);
        out = open();
    }

    /** The first number that is in no file yet. */
    long next() {
        return next;
    }

    long first() {
        return first;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
