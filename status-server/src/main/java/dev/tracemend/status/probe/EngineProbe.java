package dev.tracemend.status.probe;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the container engine again and again, on a thread of its own, where there is one; {@link #last} never waits. */
public final class EngineProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineProbe.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final EngineState NOT_GIVEN = new EngineState(
            false, "no engine is asked: TRACEMEND_DOCKER=unix:///var/run/docker.sock names one", 0, List.of());

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "tracemend-engine");
        made.setDaemon(true);
        return made;
    });
    private volatile EngineState last;

    private EngineProbe(EngineState last) {
        this.last = last;
    }

    /** Returns at once; an empty address asks nobody, an empty project means all containers. */
    public static EngineProbe start(String address, String project) {
        if (address.isEmpty()) {
            return new EngineProbe(NOT_GIVEN);
        }
        EngineProbe probe = new EngineProbe(new EngineState(false, "not asked yet", 0, List.of()));
        EngineReading reading = new EngineReading(new EngineAddress(address), PATIENCE);
        var unused = probe.clock.scheduleWithFixedDelay(
                () -> probe.look(reading, address, project), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return probe;
    }

    /** The last look; at most a few seconds old. */
    public EngineState last() {
        return last;
    }

    private void look(EngineReading reading, String address, String project) {
        double now = Instant.now().toEpochMilli() / 1000.0;
        try {
            last = new EngineState(true, "", now, reading.read(project));
        } catch (IOException | RuntimeException e) {
            // Whatever it was: a task that throws is never run again.
            LOG.debug("{} does not answer", address, e);
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            last = new EngineState(
                    false,
                    address + " does not answer: " + why + "; may this process read and write the socket?",
                    now,
                    List.of());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
