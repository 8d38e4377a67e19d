package dev.tracemend.tailer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a stream on a thread of its own, a little ahead: a stream cannot be asked whether it has something. */
final class Pump {
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final int CHUNK = 64 * 1024;
    private static final int MOST_AHEAD = 16;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> read = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final InputStream in;
    private final String name;
    private boolean over;

    Pump(InputStream in, String name) {
        this.in = in;
        this.name = name;
        Thread thread = new Thread(this::run, "read-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                if (count > 0) {
                    read.put(Arrays.copyOf(chunk, count));
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read on: {}", name, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            read.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was read, if anything was. */
    Optional<ByteBuffer> poll() {
        byte[] chunk = over ? null : read.poll();
        if (chunk == null) {
            return Optional.empty();
        }
        over = chunk == END;
        return over ? Optional.empty() : Optional.of(ByteBuffer.wrap(chunk));
    }

    /** Whether everything was given. */
    boolean isOver() {
        return over;
    }
}
