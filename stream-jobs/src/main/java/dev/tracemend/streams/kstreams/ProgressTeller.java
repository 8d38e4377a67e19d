package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.ticks.ReadPositions;
import dev.tracemend.streams.ticks.StateSize;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker every other second how far the engine is. The offsets by which the engine itself goes on are no place for
 * that: Kafka Streams keeps a time of its own beside them.
 */
final class ProgressTeller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressTeller.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final StreamsReading reading;
    private final StageTally tally;
    private final ReadPositions positions;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tracemend-windows-progress");
        thread.setDaemon(true);
        return thread;
    });

    private ProgressTeller(StreamsReading reading, StageTally tally, ReadPositions positions) {
        this.reading = reading;
        this.tally = tally;
        this.positions = positions;
    }

    static ProgressTeller start(WindowConfig config, StreamsReading reading, StageTally tally) {
        Map<String, Object> connection = Map.of("bootstrap.servers", config.bootstrap());
        ProgressTeller teller = new ProgressTeller(
                reading, tally, new ReadPositions(connection, config.application() + "-progress", "kstreams"));
        var unused = teller.clock.scheduleWithFixedDelay(
                teller::tell, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return teller;
    }

    private void tell() {
        try {
            positions.tell(
                    reading.committed(), tally.watermarks(), new StateSize(tally.states(), reading.stateBytes()));
        } catch (RuntimeException e) {
            // A task that throws is never run again; while the engine starts or stops it cannot be asked.
            LOG.debug("the progress of the windows cannot be told now", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("the progress of the windows was still being told");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        positions.close();
    }
}
