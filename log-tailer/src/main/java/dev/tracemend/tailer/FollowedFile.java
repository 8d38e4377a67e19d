package dev.tracemend.tailer;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.tailer.event.EventAssembler;
import dev.tracemend.tailer.event.LogEvent;
import dev.tracemend.tailer.publish.Acknowledgements;
import dev.tracemend.tailer.publish.LinePublisher;
import dev.tracemend.tailer.source.FileFollower;
import java.io.IOException;
import java.time.Duration;

/** One file on its way: its lines become events, its events records, its acknowledged records a position. */
final class FollowedFile implements AutoCloseable, FileFollower.Sink {
    private static final int MOST_CHUNKS_A_TURN = 8;

    private final FileFollower follower;
    private final Lasting lasting;
    private final LinePublisher publisher;
    private final Duration joinWait;
    private final EventAssembler assembler = new EventAssembler();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private long lastRead = now();

    FollowedFile(FileFollower follower, Lasting lasting, LinePublisher publisher, Duration joinWait) {
        this.follower = follower;
        this.lasting = lasting;
        this.publisher = publisher;
        this.joinWait = joinWait;
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
    public void line(String text, long start, long end) {
        assembler.add(text, start, end, now()).ifPresent(event -> publish(event, follower.generation()));
    }

    @Override
    public void newGeneration(int generation) {
        assembler.flush().ifPresent(event -> publish(event, generation - 1));
    }

    private void publish(LogEvent event, int generation) {
        LogLine line = lasting.envelope()
                .line(
                        event,
                        follower.source(),
                        follower.identity().text(),
                        generation,
                        System.currentTimeMillis() / 1000.0);
        lasting.quiet().event(line.source(), line.id(), line.ts(), now());
        publisher.send(line, acknowledgements.add(generation, event.end())::arrived);
    }

    /** Moves the file's position to where everything has arrived. */
    void remember() {
        acknowledgements.reached().ifPresent(reached -> follower.remember(reached.generation(), reached.end()));
    }

    /** Ends the open event: nothing more will come. */
    void flush() {
        assembler.flush().ifPresent(event -> publish(event, follower.generation()));
    }

    boolean isQuietFor(Duration time) {
        return now() - lastRead >= time.toMillis() && acknowledgements.isEmpty();
    }

    FileFollower follower() {
        return follower;
    }

    @Override
    public void close() {
        follower.close();
    }

    /** Milliseconds of a steady clock. */
    static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
