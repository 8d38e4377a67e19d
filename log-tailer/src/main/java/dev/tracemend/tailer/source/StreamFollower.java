package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Reads standard input. It cannot be read again, so nothing of it is saved but a number that rises with each run and is part
 * of its lines' ids; what has not arrived is kept in memory, for a producer that must be replaced. Not thread-safe.
 */
public final class StreamFollower implements Follower {
    /** The pattern that means standard input. */
    public static final String STDIN = "-";

    private static final FileIdentity NO_FILE = new FileIdentity(0, 0);
    private static final String NAME = "stdin";

    private final Pump pump;
    private final Reading reading;
    private final int generation;
    private final Deque<Chunk> kept = new ArrayDeque<>();
    private final Deque<Chunk> again = new ArrayDeque<>();
    private Charset charset;
    private LineCutter cutter;
    private boolean started;
    private boolean finished;
    private long arrived;

    private record Chunk(long start, byte[] bytes) {
        long end() {
            return start + bytes.length;
        }
    }

    private StreamFollower(Pump pump, int generation, Reading reading) {
        this.pump = pump;
        this.generation = generation;
        this.reading = reading;
        this.charset = reading.encoding();
        this.cutter = new LineSplitter(0, reading.limit());
    }

    /** Begins to read; the run's number is saved before a line bears it. */
    public static StreamFollower of(InputStream in, Reading reading) {
        PositionRegistry registry = reading.registry();
        int run = registry.of(NO_FILE).map(last -> last.generation() + 1).orElse(0);
        registry.of(NO_FILE).ifPresent(last -> registry.forget(last.key()));
        registry.put(Position.fresh(NO_FILE, run, NAME));
        registry.saveForGood();
        return new StreamFollower(new Pump(in, NAME), run, reading);
    }

    /** The same without a number that is saved: for a look at what there is. */
    public static StreamFollower unsaved(InputStream in, Reading reading) {
        return new StreamFollower(new Pump(in, NAME), 0, reading);
    }

    @Override
    public boolean read(Sink sink) {
        Chunk old = again.poll();
        if (old != null) {
            feed(ByteBuffer.wrap(old.bytes()), old.start(), sink);
            return true;
        }
        Optional<ByteBuffer> chunk = pump.poll();
        if (chunk.isPresent()) {
            kept.add(new Chunk(cutter.next(), chunk.get().array()));
            feed(chunk.get(), cutter.next(), sink);
            return true;
        }
        if (pump.isOver() && !finished) {
            finished = true;
            finish(sink);
            return true;
        }
        return false;
    }

    private void feed(ByteBuffer chunk, long start, Sink sink) {
        if (!started) {
            started = true;
            byte[] first = start == 0 ? chunk.array() : new byte[0];
            charset = Encoding.of(first, first.length, reading.encoding());
            cutter = Encoding.cutter(charset, cutter.next(), reading.limit());
        }
        if (start < cutter.next()) {
            chunk.position((int) (cutter.next() - start));
        }
        cutter.feed(chunk, sink::line);
    }

    @Override
    public void finish(Sink sink) {
        cutter.finish((text, from, to, start, end) -> {
            reading.flags().unterminated();
            sink.unterminated(text, from, to, start, end);
        });
    }

    @Override
    public void remember(int ofGeneration, long offset) {
        arrived = offset;
        while (!kept.isEmpty() && kept.peekFirst().end() <= offset) {
            kept.removeFirst();
        }
    }

    @Override
    public void rewind() {
        if (cutter.next() > arrived) {
            again.clear();
            again.addAll(kept);
            cutter = Encoding.cutter(charset, arrived, reading.limit());
            finished = false;
        }
    }

    /** Whether all of it was read. */
    public boolean isOver() {
        return finished;
    }

    @Override
    public String idText() {
        return NAME;
    }

    @Override
    public String source() {
        return NAME;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public long start() {
        return cutter.next();
    }

    @Override
    public long size() {
        return cutter.next();
    }

    @Override
    public boolean hasOpenLine() {
        return cutter.isOpen();
    }

    @Override
    public LineFlags flags() {
        return reading.flags();
    }

    @Override
    public Route route() {
        return Route.DEFAULT;
    }

    @Override
    public void close() {
        // Standard input is not ours to close; its thread ends with the process.
        kept.clear();
    }
}
