package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since a snapshot: lines that are only appended, each with a checksum. Reading ends at the first that is
 * torn or damaged. Not thread-safe.
 */
final class PositionJournal implements AutoCloseable {
    private static final String VERSION = "tracemend-journal ";
    /** A killed process loses nothing that was written; only for a machine that fails the disk is told to hurry. */
    private static final long FORCE_EVERY = 1_000_000_000L;

    private final Path file;
    private @Nullable FileChannel out;
    private long length;
    private long forced = System.nanoTime();

    PositionJournal(Path file) {
        this.file = file;
    }

    /** Starts anew, after a snapshot with this serial. */
    void begin(long serial) throws IOException {
        close();
        length = 0;
        out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        write(VERSION + serial + "\n");
    }

    boolean isOpen() {
        return out != null;
    }

    long length() {
        return length;
    }

    void append(List<String> records) throws IOException {
        StringBuilder text = new StringBuilder(128 * records.size());
        for (String each : records) {
            text.append(PositionText.sum(each)).append('\t').append(each).append('\n');
        }
        write(text.toString());
    }

    private void write(String text) throws IOException {
        FileChannel to = out;
        if (to == null) {
            throw new IOException(file + " is not open");
        }
        ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        int count = buffer.remaining();
        try {
            while (buffer.hasRemaining()) {
                to.write(buffer, length + buffer.position());
            }
            length += count;
        } catch (IOException e) {
            cutTornRecord(to, e);
            throw e;
        }
        long now = System.nanoTime();
        if (now - forced > FORCE_EVERY) {
            to.force(false);
            forced = now;
        }
    }

    /** What is appended later must not stand behind half a record. */
    private void cutTornRecord(FileChannel to, IOException cause) {
        try {
            to.truncate(length);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void force() throws IOException {
        if (out != null) {
            out.force(false);
        }
    }

    /** Feeds the whole records of a journal that began at a snapshot not older than {@code from}; its serial, else 0. */
    static long read(Path file, long from, Consumer<String> to) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int at = text.indexOf('\n');
        if (at < 0 || !text.startsWith(VERSION)) {
            return 0;
        }
        long serial = Long.parseLong(text.substring(VERSION.length(), at));
        for (int end = text.indexOf('\n', at + 1); end >= 0 && serial >= from; end = text.indexOf('\n', at + 1)) {
            String line = text.substring(at + 1, end);
            int tab = line.indexOf('\t');
            if (tab < 0 || !line.substring(0, tab).equals(Long.toString(PositionText.sum(line.substring(tab + 1))))) {
                // Torn by a crash, or damaged: what stands behind may have been meant for something else.
                return serial;
            }
            to.accept(line.substring(tab + 1));
            at = end;
        }
        return serial;
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            length = 0;
        }
        out = null;
    }
}
