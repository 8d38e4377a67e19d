package dev.tracemend.tailer;

import dev.tracemend.logs.LineJoiner;
import dev.tracemend.tailer.event.EventAssembler;
import dev.tracemend.tailer.event.LineEnvelope;
import dev.tracemend.tailer.event.LineFlags;
import dev.tracemend.tailer.event.SourceClock;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.source.FileFollower;
import dev.tracemend.tailer.source.Follower;
import dev.tracemend.tailer.source.LogFiles;
import dev.tracemend.tailer.source.PositionRegistry;
import dev.tracemend.tailer.source.ReadBuffer;
import dev.tracemend.tailer.source.Reading;
import dev.tracemend.tailer.source.StartPlaces;
import dev.tracemend.tailer.source.StreamFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a tailer would publish, without a broker, to the end of the files; it saves and locks nothing. */
public final class DryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
    private static final long STREAM_WAIT_NANOS = 1_000_000;

    private final LineEnvelope envelope;
    private final PositionRegistry registry;
    private final TailerMetrics metrics = TailerMetrics.fresh();
    private final Consumer<byte[]> sink;
    private final Reading reading;

    private DryRun(TailerConfig config, Consumer<byte[]> sink) {
        this.envelope =
                new LineEnvelope(StateFolder.idIn(config.stateDir()), Tailer.host(), Tailer.redactor(config), metrics);
        this.registry = PositionRegistry.open(config.stateDir());
        this.sink = sink;
        this.reading = new Reading(
                registry,
                new ReadBuffer(),
                metrics,
                config.reading().encoding(),
                config.reading().maxLine());
    }

    /**
     * Gives each event's record, as JSON, to the sink, file by file; returns what was counted.
     *
     * @throws TailerStartException when a named file cannot be read, or none is there
     */
    public static TailerMetrics run(TailerConfig config, Consumer<byte[]> sink) {
        LogFiles files = new LogFiles(config.globs(), config.reading(), config.stateDir());
        files.check();
        if (files.findsNone()) {
            throw new TailerStartException("no file is there to read (" + String.join(" ", config.globs())
                    + "); name log files that are there, and quote a glob");
        }
        DryRun run = new DryRun(config, sink);
        StartPlaces.set(config.reading().from(), files.now(), run.registry);
        for (Path file : files.now()) {
            try (FileFollower follower = FileFollower.open(file, run.reading)) {
                run.read(follower);
            } catch (IOException e) {
                LOG.warn("{} cannot be read: {}", file, e.toString());
            }
        }
        if (config.globs().contains(StreamFollower.STDIN)) {
            run.read(StreamFollower.unsaved(System.in, run.reading));
        }
        return run.metrics;
    }

    private void read(FileFollower follower) throws IOException {
        SourceClock clock = new SourceClock();
        EventAssembler assembler = assembler(follower, clock);
        Follower.Sink lines = lines(assembler, clock);
        long end = follower.size();
        while (follower.start() < end && follower.read(lines)) {
            LOG.debug("{} read to {}", follower.source(), follower.start());
        }
        follower.finish(lines);
        assembler.flush();
    }

    private void read(StreamFollower stream) {
        SourceClock clock = new SourceClock();
        EventAssembler assembler = assembler(stream, clock);
        Follower.Sink lines = lines(assembler, clock);
        while (!stream.isOver()) {
            if (!stream.read(lines)) {
                LockSupport.parkNanos(STREAM_WAIT_NANOS);
            }
        }
        assembler.flush();
    }

    private Follower.Sink lines(EventAssembler assembler, SourceClock clock) {
        return new Follower.Sink() {
            @Override
            public void ahead(byte[] bytes, int from, int to) {
                clock.ahead(bytes, from, to, System.currentTimeMillis());
            }

            @Override
            public void line(byte[] text, int from, int to, long start, long end) {
                metrics.lines().increment();
                metrics.bytes().add(end - start);
                assembler.add(text, from, to, start, end, 0);
            }

            @Override
            public void newGeneration(int generation) {
                assembler.flush();
            }
        };
    }

    private EventAssembler assembler(Follower follower, SourceClock clock) {
        return new EventAssembler(
                (event, flags, start, end) ->
                        publish(follower, event, flags, start, clock.time(event.time(), System.currentTimeMillis())),
                reading.flags());
    }

    private void publish(Follower follower, LineJoiner event, LineFlags flags, long start, long happened) {
        metrics.records().increment();
        LineEnvelope.Origin origin = envelope.origin(follower.source(), follower.idText(), follower.generation());
        sink.accept(envelope.line(event, flags, origin, start, happened));
    }
}
