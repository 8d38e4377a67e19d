package dev.tracemend.status.probe;

import dev.tracemend.contracts.DeployEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the broker again and again, on a thread of its own; {@link #last} never waits. */
public final class BrokerProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerProbe.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int PATIENCE_MS = 3_000;

    private final String bootstrap;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "tracemend-probe");
        made.setDaemon(true);
        return made;
    });
    private volatile Pipeline last = Pipeline.UNASKED;
    private volatile Optional<DeployEvent> deployment = Optional.empty();
    private final FlowRates rates = new FlowRates();
    private Optional<Admin> admin = Optional.empty();
    private Optional<DeploymentReading> deployments = Optional.empty();

    private BrokerProbe(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns at once. */
    public static BrokerProbe start(String bootstrap) {
        BrokerProbe probe = new BrokerProbe(bootstrap);
        var unused = probe.clock.scheduleWithFixedDelay(probe::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return probe;
    }

    /** The last look; at most a few seconds old. */
    public Pipeline last() {
        return last;
    }

    /** The latest step of a deployment that the broker knows; empty where the stack was not deployed by commands of ours. */
    public Optional<DeployEvent> deployment() {
        return deployment;
    }

    private void look() {
        double now = Instant.now().toEpochMilli() / 1000.0;
        try {
            last = new FlowReading(connected(), PATIENCE_MS, rates, now).read();
            deployment = readingDeployments().read();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // Whatever it was: a task that throws is never run again.
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            LOG.debug("{} does not answer", bootstrap, cause);
            last = last.unreachable(bootstrap + " does not answer: " + reason(cause), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private Admin connected() {
        if (admin.isEmpty()) {
            admin = Optional.of(Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                    AdminClientConfig.CLIENT_ID_CONFIG, "tracemend-status-probe",
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                    AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000)));
        }
        return admin.orElseThrow();
    }

    private DeploymentReading readingDeployments() {
        if (deployments.isEmpty()) {
            deployments = Optional.of(new DeploymentReading(bootstrap, PATIENCE_MS));
        }
        return deployments.orElseThrow();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(5, TimeUnit.SECONDS)) {
                // A consumer is closed by who uses it: not while the thread still asks.
                deployments.ifPresent(DeploymentReading::close);
            } else {
                LOG.warn("The probe was still asking when it was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        admin.ifPresent(a -> a.close(Duration.ofSeconds(1)));
    }
}
