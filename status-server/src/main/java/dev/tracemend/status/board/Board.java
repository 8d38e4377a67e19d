package dev.tracemend.status.board;

import dev.tracemend.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The board of incidents: folds in the background from {@link #start} to {@link #close}, whatever the broker does. When
 * Kafka Streams breaks, it is built again; what it knew lies in its state folder and the changelog.
 */
public final class Board implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final BoardSettings settings;
    private final BoardIndex index = new BoardIndex();
    private volatile BoardHealth health = new BoardHealth(BoardHealth.State.RESTORING, Instant.now(), "starting");
    private volatile Optional<KafkaStreams> streams = Optional.empty();
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "tracemend-board");
        made.setDaemon(true);
        return made;
    });

    private Board(BoardSettings settings) {
        this.settings = settings;
    }

    /** Returns at once; {@link #health} tells how far it is. */
    public static Board start(BoardSettings settings) {
        Board board = new Board(settings);
        board.keeper.execute(board::open);
        return board;
    }

    /** The rows, and their changes. */
    public BoardIndex index() {
        return index;
    }

    /** How the board fares. */
    public BoardHealth health() {
        return health;
    }

    /**
     * One incident with all its parts.
     *
     * @throws BoardNotReadyException while the store cannot be read
     */
    public Optional<Incident> incident(String topic, String fingerprint) {
        Optional<BoardRow> row = index.find(topic, fingerprint);
        Optional<Incident> stored = asked(
                BoardTopology.INCIDENTS, store -> IncidentForm.read(store.get(IncidentForm.key(topic, fingerprint))));
        return stored.map(found -> row.map(found::with).orElse(found));
    }

    /**
     * What was decided about one incident, newest first.
     *
     * @param limit the most entries of the answer
     * @param cursor {@code next} of an earlier answer; empty for the newest
     * @throws BoardNotReadyException while the store cannot be read
     */
    public AuditTrail audit(String topic, String fingerprint, int limit, String cursor) {
        return asked(
                BoardTopology.AUDIT,
                store -> AuditTrail.read(store, IncidentForm.key(topic, fingerprint), limit, cursor));
    }

    /**
     * What happened in so many steps of {@code width} seconds from a time on, on one topic or, with an empty text, on all.
     *
     * @throws BoardNotReadyException while the store cannot be read
     */
    public List<ActivityStep> activity(String topic, double from, int width, int steps) {
        return asked(BoardTopology.ACTIVITY, store -> ActivityLog.read(store, topic, from, width, steps));
    }

    private <T> T asked(String name, Function<ReadOnlyKeyValueStore<String, byte[]>, T> question) {
        try {
            return question.apply(streams.orElseThrow(() -> new BoardNotReadyException(health.detail()))
                    .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore())));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new BoardNotReadyException(reason(e));
        }
    }

    private void open() {
        try {
            Files.createDirectories(settings.folder());
            KafkaStreams made = new KafkaStreams(
                    BoardTopology.build(index, settings.keep()),
                    BoardProperties.of(settings.bootstrap(), settings.folder(), applicationId()));
            made.setStateListener((now, before) -> heard(now));
            made.setUncaughtExceptionHandler(this::broke);
            streams = Optional.of(made);
            made.start();
        } catch (IOException | RuntimeException e) {
            // Whatever it was: nobody sees what this thread throws.
            LOG.error("The board cannot start on {}; it tries again", settings.bootstrap(), e);
            fail(reason(e));
        }
    }

    private void heard(KafkaStreams.State now) {
        switch (now) {
            case RUNNING -> later(this::settle, Duration.ZERO);
            case REBALANCING -> {
                // New topics make it rebalance; what was loaded stays readable and right.
                if (!index.isLoaded()) {
                    become(BoardHealth.State.RESTORING, "reading its state");
                }
            }
            default -> LOG.debug("Kafka Streams is {}", now);
        }
    }

    /** It runs once it also knows which broker's topics it reads: without that positions mean nothing. */
    private void settle() {
        try {
            if (index.position().home().isEmpty()) {
                index.at(cluster());
            }
            if (streams.filter(made -> made.state() == KafkaStreams.State.RUNNING)
                    .isPresent()) {
                become(BoardHealth.State.RUNNING, "");
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("{} does not say which cluster it is", settings.bootstrap(), e);
            later(this::settle, AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String cluster() throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap()))) {
            String id = admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return id.substring(0, Math.min(id.length(), 8));
        }
    }

    private void become(BoardHealth.State state, String detail) {
        health = new BoardHealth(state, Instant.now(), detail);
    }

    private StreamThreadExceptionResponse broke(Throwable cause) {
        LOG.error("The board broke; it starts again in {} s", AGAIN_AFTER.toSeconds(), cause);
        fail(reason(cause));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void fail(String why) {
        become(BoardHealth.State.FAILED, why);
        later(this::reopen, AGAIN_AFTER);
    }

    private void later(Runnable work, Duration pause) {
        if (!keeper.isShutdown()) {
            var unused = keeper.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void reopen() {
        closeStreams();
        open();
    }

    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private String applicationId() throws IOException {
        return Topics.group("tracemend-board-" + (settings.instance().isEmpty() ? keptName() : settings.instance()));
    }

    private String keptName() throws IOException {
        Path file = settings.folder().resolve("instance");
        if (!Files.exists(file)) {
            Files.writeString(file, UUID.randomUUID().toString().substring(0, 8));
        }
        String name = Files.readString(file).strip();
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IOException(file + " should hold the name of this board (a-z, 0-9, '-'): delete it");
        }
        return name;
    }

    private synchronized void closeStreams() {
        Optional<KafkaStreams> old = streams;
        streams = Optional.empty();
        if (old.isPresent() && !old.get().close(PATIENCE)) {
            LOG.warn("Kafka Streams did not stop within {} s", PATIENCE.toSeconds());
        }
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        try {
            if (!keeper.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The board was still starting when it was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeStreams();
        become(BoardHealth.State.CLOSED, "closed");
    }
}
