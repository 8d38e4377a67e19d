package dev.tracemend.tailer.source;

import dev.tracemend.tailer.TailerStartException;
import dev.tracemend.tailer.event.LineFlags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a container writes to one of its streams, by {@code docker logs}. A line's place is the time, in nanoseconds,
 * that the engine has recorded with it: it is the same whenever the log is asked for, and so are the ids. A container that
 * ends is waited for; another one of the same name is a new generation. Not thread-safe.
 */
public final class ContainerFollower implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerFollower.class);
    private static final String PREFIX = "docker:";
    private static final int SHORT_ID = 12;

    private final String name;
    private final ContainerStream stream;
    private final Reading reading;
    private final FileIdentity identity;
    private String container = "";
    private int generation;
    private long next;
    /** Whether the client has come to what was not delivered before. */
    private boolean begun;

    private LineSplitter lines;

    private ContainerFollower(String name, ContainerStream stream, Reading reading) {
        this.name = name;
        this.stream = stream;
        this.reading = reading;
        this.lines = new LineSplitter(0, reading.limit());
        CRC32C sum = new CRC32C();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        // No device has such a number.
        this.identity = new FileIdentity(stream.isError() ? -2 : -1, sum.getValue());
        Optional<Position> known = reading.registry().of(identity);
        known.ifPresent(position -> {
            generation = position.generation();
            next = position.offset();
        });
    }

    /** Whether this names a container: {@code docker:<name or id>}. */
    public static boolean isOne(String pattern) {
        return pattern.startsWith(PREFIX);
    }

    /**
     * Both streams of a container.
     *
     * @param command the engine's client, {@code docker} or what takes the same words
     * @param follow whether to wait for more at the end
     * @throws TailerStartException when there is no name
     */
    public static List<Follower> of(String pattern, List<String> command, boolean follow, Reading reading) {
        String name = pattern.substring(PREFIX.length());
        if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]*")) {
            throw new TailerStartException(
                    "'" + pattern + "' names no container; write for example docker:shop, as `docker ps` calls it");
        }
        return List.of(
                new ContainerFollower(name, new ContainerStream(command, name, false, follow), reading),
                new ContainerFollower(name, new ContainerStream(command, name, true, follow), reading));
    }

    @Override
    public boolean read(Sink sink) {
        Optional<String> attached = stream.attach(next);
        attached.ifPresent(id -> is(id, sink));
        Optional<ByteBuffer> chunk = stream.poll();
        chunk.ifPresent(bytes -> lines.feed(bytes, (text, from, to, start, end) -> line(text, from, to, sink)));
        return chunk.isPresent();
    }

    private void is(String id, Sink sink) {
        lines = new LineSplitter(0, reading.limit());
        begun = false;
        if (id.equals(container)) {
            return;
        }
        container = id;
        Optional<Position> known = reading.registry().of(identity);
        if (known.isPresent() && known.get().head().equals(digest())) {
            sink.newGeneration(generation);
            return;
        }
        known.ifPresent(old -> reading.registry().forget(old.key()));
        generation = known.map(Position::generation).orElse(-1) + 1;
        reading.registry().put(new Position(identity, generation, 0, digest(), Digest.NONE, source(), false));
        reading.registry().save();
        sink.newGeneration(generation);
        LOG.info("following the container {} ({})", name, stream.isError() ? "stderr" : "stdout");
    }

    private Digest digest() {
        byte[] bytes = container.getBytes(StandardCharsets.UTF_8);
        return Digest.of(bytes, 0, bytes.length);
    }

    /** The engine's time stands before the text; what has none is the client's own word, or the rest of a part. */
    private void line(byte[] text, int from, int to, Sink sink) {
        int blank = from;
        while (blank < to && text[blank] != ' ') {
            blank++;
        }
        String time = new String(text, from, Math.min(blank - from, 40), StandardCharsets.US_ASCII);
        try {
            Instant instant = Instant.parse(time);
            long at = instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
            if (begun || at >= next) {
                begun = true;
                // The engine's clock may stand still or go back.
                long place = Math.max(at, next);
                next = place + 1;
                sink.line(text, Math.min(blank + 1, to), to, place, next);
            }
        } catch (DateTimeException e) {
            LOG.debug("no line of {}: {}", name, time.toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void finish(Sink sink) {
        lines.finish((text, from, to, start, end) -> line(text, from, to, sink));
    }

    @Override
    public void remember(int ofGeneration, long offset) {
        if (ofGeneration == generation && !container.isEmpty()) {
            reading.registry().put(new Position(identity, generation, offset, digest(), Digest.NONE, source(), false));
        }
    }

    @Override
    public void rewind() {
        next = reading.registry().of(identity).map(Position::offset).orElse(0L);
        stream.detach();
    }

    @Override
    public boolean isOver() {
        return stream.isOver();
    }

    @Override
    public String idText() {
        String shortId = container.substring(0, Math.min(SHORT_ID, container.length()));
        return "docker-" + shortId + (stream.isError() ? "-err" : "-out");
    }

    @Override
    public String source() {
        return "docker/" + name;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public long start() {
        return next;
    }

    @Override
    public long size() {
        return next;
    }

    @Override
    public boolean hasOpenLine() {
        return lines.isOpen();
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
        stream.detach();
    }
}
