package dev.tracemend.tailer;

import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.Redactor;
import dev.tracemend.tailer.event.LineEnvelope;
import dev.tracemend.tailer.event.QuietSources;
import dev.tracemend.tailer.metrics.TailerFigures;
import dev.tracemend.tailer.metrics.TailerGauges;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.publish.RecordLimit;
import dev.tracemend.tailer.source.ContainerFollower;
import dev.tracemend.tailer.source.Following;
import dev.tracemend.tailer.source.LogFiles;
import dev.tracemend.tailer.source.PositionRegistry;
import dev.tracemend.tailer.source.ReadBuffer;
import dev.tracemend.tailer.source.Reading;
import dev.tracemend.tailer.source.StartPlaces;
import dev.tracemend.tailer.source.StreamFollower;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the files of some globs and publishes their events to {@code logs.raw.<topic>}: at least once always, exactly
 * once to a consumer that looks at the ids. One thread reads all files; it stops reading while the broker takes nothing.
 */
public final class Tailer implements AutoCloseable {
    /** The client of the engine whose containers are followed. */
    private static final List<String> DOCKER = List.of("docker");

    private static final Logger LOG = LoggerFactory.getLogger(Tailer.class);
    /** This, the next, and what the process needs to end, are less than the 15 s after which others lose patience. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(3);
    private static final Duration STUMBLE_AGAIN = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final TailerConfig config;
    private final StateFolder state;
    private final Lasting lasting;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicLong published = new AtomicLong();
    private volatile Optional<TailerEnd> end = Optional.empty();
    private final Thread thread;
    private long stumbleTold;

    private Tailer(TailerConfig config, StateFolder state, LogFiles files) {
        // A folder's tailer has one id, whatever the host is called: it fences off what it left behind.
        this.config =
                config.publishing(config.publishing().transactionalId(Topics.group("tracemend-tailer-" + state.id())));
        this.state = state;
        TailerMetrics metrics = TailerMetrics.fresh();
        PositionRegistry registry = PositionRegistry.open(config.stateDir());
        this.lasting = new Lasting(
                sources(
                        config,
                        files,
                        new Reading(
                                registry,
                                new ReadBuffer(),
                                metrics,
                                config.reading().encoding(),
                                config.reading().maxLine())),
                registry,
                new LineEnvelope(state.id(), host(), redactor(config), metrics),
                QuietSources.open(config.stateDir(), config.ticks(), FollowedFile.now()),
                metrics,
                new TailerGauges(),
                new CatchUp());
        this.thread = new Thread(this::run, "tailer-" + config.topic());
    }

    private static Following sources(TailerConfig config, LogFiles files, Reading reading) {
        Following sources = Following.of(files, reading, config.rescan());
        if (config.globs().contains(StreamFollower.STDIN)) {
            sources.add(StreamFollower.of(System.in, reading));
        }
        config.globs().stream()
                .filter(ContainerFollower::isOne)
                .flatMap(pattern ->
                        ContainerFollower.of(pattern, DOCKER, !config.reading().untilCaughtUp(), reading).stream())
                .forEach(sources::add);
        return sources;
    }

    /**
     * Starts to follow; files that appear later are found later.
     *
     * @throws TailerStartException when a named file cannot be read or the state folder is in use
     */
    public static Tailer start(TailerConfig config) {
        Tailer tailer = prepare(config);
        tailer.begin();
        return tailer;
    }

    /**
     * All but the start: the state folder is ours, the files can be read, nothing is published before {@link #begin}.
     *
     * @throws TailerStartException when a named file cannot be read or the state folder is in use
     */
    public static Tailer prepare(TailerConfig config) {
        StateFolder state = StateFolder.open(config.stateDir());
        try {
            LogFiles files = new LogFiles(
                    config.globs(),
                    config.reading(),
                    config.stateDir().toAbsolutePath().normalize());
            files.check();
            if (files.findsNone()) {
                LOG.info("no file matches {} yet; waiting for one", config.globs());
            }
            Tailer tailer = new Tailer(config, state, files);
            StartPlaces.set(config.reading().from(), files.now(), tailer.lasting.registry());
            return tailer;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /** Starts to follow; once. */
    public void begin() {
        thread.start();
    }

    /** Records that the broker has acknowledged since the start, ticks included. */
    public long published() {
        return published.get();
    }

    /** What was counted since the start. */
    public TailerMetrics metrics() {
        return lasting.metrics();
    }

    /** What was counted, and how things stand. */
    public TailerFigures figures() {
        return lasting.gauges().look(lasting.metrics());
    }

    /** Why it ended by itself, if it has; it must still be closed. */
    public Optional<TailerEnd> end() {
        return end;
    }

    private void run() {
        long before = 0;
        RecordLimit limit = RecordLimit.DEFAULT;
        while (!isStopping() && end.isEmpty()) {
            try (Session session = new Session(config, lasting, limit, this::isStopping)) {
                follow(session, before);
                before += session.acknowledged();
                if (session.isRefusedForSize()) {
                    limit = limit.smaller();
                    LOG.warn(
                            "the broker refuses a record for its size; cutting at {} bytes from now on", limit.bytes());
                }
            } catch (RuntimeException | StackOverflowError e) {
                sayStumble(e);
            }
            if (!isStopping() && end.isEmpty()) {
                lasting.metrics().retries().increment();
                lasting.quiet().again(FollowedFile.now());
                pause(AFTER_FAILURE);
            }
        }
        lasting.sources().close();
    }

    /** Once in full, then once a minute: a broker's name that cannot be resolved comes every second. */
    private void sayStumble(Throwable e) {
        long now = System.nanoTime();
        if (stumbleTold == 0) {
            LOG.error("the tailer stumbles and starts again at its saved positions", e);
        } else if (now - stumbleTold > STUMBLE_AGAIN.toNanos()) {
            LOG.error("the tailer stumbles again ({})", e.toString());
        } else {
            return;
        }
        stumbleTold = now;
    }

    private void follow(Session session, long before) {
        while (!isStopping()) {
            if (session.finalFailure().isPresent()) {
                end = session.finalFailure().map(TailerEnd.Refused::new);
                return;
            }
            if (session.failure().isPresent()) {
                LOG.error(
                        "the producer failed ({}); reading again from the acknowledged positions",
                        session.failure().get().toString());
                return;
            }
            boolean any = session.turn();
            published.set(before + session.acknowledged());
            if (session.isOver() || session.isCaughtUp()) {
                break;
            }
            if (!any) {
                await(session);
            }
        }
        session.finish();
        published.set(before + session.acknowledged());
        if (!isStopping()) {
            end = Optional.of(new TailerEnd.CaughtUp());
        }
    }

    private void await(Session session) {
        try {
            session.await(config.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }

    /** An own pattern that cannot be used is a fault of the settings. */
    static Redactor redactor(TailerConfig config) {
        try {
            return Redactor.of(config.redaction());
        } catch (IllegalArgumentException e) {
            throw new TailerStartException(String.valueOf(e.getMessage()));
        }
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return nameless();
        }
    }

    /** A name that no resolver knows is one all the same. */
    private static String nameless() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** Publishes what is open, waits for acknowledgements, saves the positions. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
            if (thread.isAlive()) {
                // Blocked on a broker that takes nothing: what it lacks is read again at the next start.
                thread.interrupt();
                thread.join(AFTER_INTERRUPT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state.close();
    }
}
