package dev.tracemend.tailer;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.tailer.event.EventAssembler;
import dev.tracemend.tailer.event.LogEvent;
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
    private static final int MOST_CHUNKS_A_TURN = 8;

    private final Tracked tracked;
    private final Follower follower;
    private final Lasting lasting;
    private final LinePublisher publisher;
    private final Duration joinWait;
    private final EventAssembler assembler = new EventAssembler();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private long lastRead = now();
    private int acknowledgedGeneration;
    private long acknowledgedEnd;

    FollowedFile(Tracked tracked, Lasting lasting, LinePublisher publisher, Duration joinWait) {
        this.tracked = tracked;
        this.follower = tracked.follower();
        this.lasting = lasting;
        this.publisher = publisher;
        this.joinWait = joinWait;
        this.acknowledgedGeneration = follower.generation();
        this.acknowledgedEnd = follower.start();
    }

    /** Reads what is new, at most so much that other files get their turn; whether there was anything. */
    boolean turn() throws IOException {
        boolean any = false;
        for (int i = 0; i < MOST_CHUNKS_A_TURN && follower.read(this); i++) {
            any = true;
        }
        if (any) {
            lastRead = now();
        }
        assembler.flushIfIdle(now(), joinWait.toMillis()).ifPresent(event -> publish(event, follower.generation()));
        return any;
    }

    @Override
    public void line(byte[] bytes, int from, int to, long start, long end) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        lasting.metrics().lines().increment();
        lasting.metrics().bytes().add(end - start);
        assembler.add(text, start, end, now()).ifPresent(event -> publish(event, follower.generation()));
    }

    @Override
    public void newGeneration(int generation) {
        lasting.metrics().truncations().increment();
        assembler.flush().ifPresent(event -> publish(event, generation - 1));
    }

    private void publish(LogEvent event, int generation) {
        LogLine line = lasting.envelope()
                .line(event, follower.source(), follower.idText(), generation, System.currentTimeMillis() / 1000.0);
        lasting.quiet().event(line.source(), line.id(), line.ts(), now());
        publisher.send(line, acknowledgements.add(generation, event.end())::arrived);
    }

    /** Takes a last line without its end for a whole one, and ends the open event: nothing more will come. */
    void end() {
        follower.finish(this);
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
        try {
            lasting.catchUp().add(follower.idText(), follower.generation(), follower.size());
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is not waited for: {}", follower.source(), e.toString());
        }
    }

    /** Takes a last line without its end for a whole one, once nothing has come for so long; whether there was one. */
    boolean finishAfter(Duration quiet) {
        boolean open = follower.hasOpenLine() && isQuietFor(quiet);
        if (open) {
            follower.finish(this);
        }
        return open;
    }

    /** Ends the open event: nothing more will come. */
    void flush() {
        assembler.flush().ifPresent(event -> publish(event, follower.generation()));
    }

    boolean isQuietFor(Duration time) {
        return now() - lastRead >= time.toMillis() && acknowledgements.isEmpty();
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
