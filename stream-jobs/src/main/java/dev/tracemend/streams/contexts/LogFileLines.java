package dev.tracemend.streams.contexts;

import dev.tracemend.logs.ByteScan;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of a stream of bytes, one at a time: a file of any size needs one buffer. Not for use by many threads. */
public final class LogFileLines implements AutoCloseable {
    /** Bytes of a line; what lies behind is passed over. */
    public static final int LONGEST = 256 * 1024;

    private static final int BUFFER = 256 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int end;
    private long read;
    private boolean ended;

    /** The lines of {@code in}, which {@link #close} closes. */
    public LogFileLines(InputStream in) {
        this.in = in;
    }

    /** The lines of a file; gzip is unpacked. */
    public static LogFileLines open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            BufferedInputStream in = new BufferedInputStream(raw);
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            return new LogFileLines(magic == GZIP_MAGIC ? new GZIPInputStream(in) : in);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The next line without its end, or {@code null} behind the last one. */
    public @org.jspecify.annotations.Nullable String next() throws IOException {
        int scanned = from;
        while (true) {
            int feed = ByteScan.indexOf(buffer, scanned, end, '\n');
            if (feed >= 0) {
                String line = text(from, feed);
                from = feed + 1;
                return line;
            }
            if (ended) {
                String line = from < end ? text(from, end) : null;
                from = end;
                return line;
            }
            if (end - from > LONGEST) {
                return cut();
            }
            int done = end - from;
            fill();
            scanned = from + done;
        }
    }

    /** Bytes taken from the stream so far. */
    public long bytes() {
        return read;
    }

    private String cut() throws IOException {
        String line = text(from, from + LONGEST);
        int feed = ByteScan.indexOf(buffer, from, end, '\n');
        while (feed < 0 && !ended) {
            from = end;
            fill();
            feed = ByteScan.indexOf(buffer, from, end, '\n');
        }
        from = feed < 0 ? end : feed + 1;
        return line;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        from = 0;
        if (end == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            ended = true;
        } else {
            end += count;
            read += count;
        }
    }

    @SuppressWarnings("deprecation") // ASCII
    private String text(int start, int stop) {
        int to = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        return ByteScan.isAscii(buffer, start, to)
                ? new String(buffer, 0, start, to - start)
                : new String(buffer, start, to - start, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
