package dev.tracemend.tailer;

import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.LineJoiner;
import dev.tracemend.tailer.event.EventAssembler;
import dev.tracemend.tailer.event.LineEnvelope;
import dev.tracemend.tailer.event.LineFlags;
import dev.tracemend.tailer.event.SourceClock;
import dev.tracemend.tailer.publish.Acknowledgements;
import dev.tracemend.tailer.publish.LinePublisher;
import dev.tracemend.tailer.source.Follower;
import dev.tracemend.tailer.source.Tracked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way: its lines become events, its events records, its acknowledged records a position. */
final class FollowedFile implements Follower.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedFile.class);
    private static final int MOST_CHUNKS_A_TURN = 2;
    /** How long a line waits for others that hardly ever come: some prints of one process take less. */
    static final Duration ALONE_WAIT = Duration.ofNanos(300_000);

    /** A source without news for this long has no event under way. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(2);

    private final Tracked tracked;
    private final Follower follower;
    private final Lasting lasting;
    private final LinePublisher publisher;
    private final Duration joinWait;
    private final EventAssembler assembler;
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final String topic;
    private final byte[] key;
    private LineEnvelope.Origin origin;
    private int generation;
    /** Where an event was ended for the time it had waited, when this was read before. */
    private long nextCut;

    /** By the steady clock, in nanoseconds. */
    private long lastRead = System.nanoTime();
    /** Read and not counted. */
    private long lines;

    private long bytes;
    private int acknowledgedGeneration;
    private long acknowledgedEnd;
    /** Where the content that is being read was begun. */
    private long beginning;

    /** When the lines at hand were read: nanoseconds of the steady clock, and milliseconds of the other. */
    private long now = lastRead;

    private long readAt;
    private final SourceClock clock = new SourceClock();
    /** Of the last event: where it started. */
    private long lastStart = -1;
    /** The latest time of the events that the quiet sources have not been told of. */
    private long latest = Long.MIN_VALUE;

    FollowedFile(Tracked tracked, Lasting lasting, LinePublisher publisher, TailerConfig config) {
        this.tracked = tracked;
        this.follower = tracked.follower();
        this.lasting = lasting;
        this.publisher = publisher;
        this.joinWait = config.joinWait();
        this.assembler = new EventAssembler(this::publish, follower.flags());
        this.topic = topic(config, follower.route().topic());
        this.acknowledgedGeneration = follower.generation();
        this.acknowledgedEnd = follower.start();
        this.key = follower.source().getBytes(StandardCharsets.UTF_8);
        this.generation = follower.generation();
        this.nextCut = follower.cutAfter(generation, follower.start());
        this.origin = origin();
    }

    private static String topic(TailerConfig config, String own) {
        return own.isEmpty() ? config.publishing().topic(config.topic()) : Topics.raw(own);
    }

    /** The full name of the topic that its lines go to. */
    String topic() {
        return topic;
    }

    private LineEnvelope.Origin origin() {
        return lasting.envelope().origin(follower.source(), follower.idText(), generation);
    }

    /** Reads what is new, at most so much that other files get their turn; whether there was anything. */
    boolean turn() throws IOException {
        boolean any = false;
        now = System.nanoTime();
        readAt = System.currentTimeMillis();
        for (int i = 0; i < MOST_CHUNKS_A_TURN && follower.read(this); i++) {
            any = true;
        }
        if (any) {
            lastRead = now;
            count();
        }
        return any;
    }

    /** Whether the open event has waited long enough; then its end is told to the registry. */
    boolean cutIfIdle() {
        boolean idle = assembler.isIdle(now, ALONE_WAIT.toNanos(), joinWait.toNanos());
        if (idle) {
            cut();
        }
        return idle;
    }

    /** Tells the registry where the open event ends, whatever comes behind. */
    void cut() {
        follower.cut(generation, assembler.end());
    }

    /** Ends the open event. */
    void giveAway() {
        assembler.flush();
    }

    @Override
    public void ahead(byte[] bytes, int from, int to) {
        clock.ahead(bytes, from, to, readAt);
    }

    @Override
    public void line(byte[] text, int from, int to, long start, long end) {
        lines++;
        bytes += end - start;
        if (start >= nextCut) {
            assembler.flush();
            nextCut = follower.cutAfter(generation, start);
        }
        assembler.add(text, from, to, start, end, now);
    }

    @Override
    public void newGeneration(int next) {
        lasting.metrics().truncations().increment();
        assembler.flush();
        tellQuiet();
        generation = next;
        beginning = follower.start();
        nextCut = follower.cutAfter(next, beginning);
        origin = origin();
    }

    /** Once a turn, not once a line. */
    private void count() {
        lasting.metrics().lines().add(lines);
        lasting.metrics().bytes().add(bytes);
        lines = 0;
        bytes = 0;
    }

    private void publish(LineJoiner event, LineFlags flags, long start, long end) {
        byte[] value = lasting.envelope().line(event, flags, origin, start, clock.time(event.time(), readAt));
        lastStart = start;
        latest = Math.max(latest, lasting.envelope().time());
        publisher.send(topic, key, value, acknowledgements.add(generation, end));
    }

    /** The events published since the last call are of this source: it was not quiet. */
    void tellQuiet() {
        if (latest != Long.MIN_VALUE) {
            lasting.quiet().event(follower.source(), origin.id(lastStart), latest / 1000.0, now());
            latest = Long.MIN_VALUE;
        }
    }

    /** Takes a last line without its end for a whole one, and ends the open event: nothing more will come. */
    void end() {
        follower.finish(this);
        count();
        flush();
    }

    /** Moves the file's position to where everything has arrived. */
    void remember() {
        acknowledgements.reached().ifPresent(reached -> {
            boolean on = reached.generation() == acknowledgedGeneration;
            lasting.metrics().acknowledgedBytes().add(on ? reached.end() - acknowledgedEnd : reached.end());
            acknowledgedGeneration = reached.generation();
            acknowledgedEnd = reached.end();
            follower.remember(reached.generation(), reached.end());
        });
        if (generation != acknowledgedGeneration && acknowledgements.isEmpty()) {
            acknowledgedGeneration = generation;
            acknowledgedEnd = beginning;
        }
        lasting.catchUp().reached(follower.idText(), acknowledgedGeneration, acknowledgedEnd);
    }

    /** Bytes in the file that have not been acknowledged. */
    long lag() {
        try {
            long done = acknowledgedGeneration == follower.generation() ? acknowledgedEnd : 0;
            return Math.max(0, follower.size() - done);
        } catch (IOException e) {
            return 0;
        }
    }

    /** What is in the file now is to be waited for. */
    void waitFor() {
        if (!follower.hasFile()) {
            // It says itself when it is over.
            return;
        }
        try {
            Follower.Newest newest = follower.newest();
            lasting.catchUp().add(follower.idText(), newest.generation(), newest.size());
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is not waited for: {}", follower.source(), e.toString());
        }
    }

    /** Takes a last line without its end for a whole one, once nothing has come for so long; whether there was one. */
    boolean finishAfter(Duration quiet) {
        boolean open = follower.hasOpenLine() && isQuietFor(quiet);
        if (open) {
            follower.finish(this);
            count();
        }
        return open;
    }

    /** Ends the open event: nothing more will come. */
    void flush() {
        readAt = System.currentTimeMillis();
        assembler.flush();
    }

    /** Whether a line waits that may go when it has waited a moment longer. */
    boolean isFresh() {
        return assembler.isOpen() && now - lastRead <= ALONE_WAIT.toNanos();
    }

    boolean isQuietFor(Duration time) {
        return System.nanoTime() - lastRead >= time.toNanos() && acknowledgements.isEmpty();
    }

    /** Whether nothing of it is on its way, and nothing has come for some time. */
    boolean isSettled() {
        return isQuietFor(SETTLED_AFTER);
    }

    /** Keeps no room for a next line, if it is settled; whether it is. */
    boolean rest() {
        boolean settled = isSettled();
        if (settled) {
            assembler.rest();
        }
        return settled;
    }

    Follower follower() {
        return follower;
    }

    boolean isNamed() {
        return tracked.isNamed();
    }

    /** Whether a later start could read on. */
    boolean canBeReadAgain() {
        return tracked.isThere();
    }

    /** Milliseconds of a steady clock. */
    static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
