package dev.tracemend.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A single KRaft node in this JVM, on loopback only; its data lies under a folder and survives a restart. Kafka's server
 * classes are internal to Kafka: they are used here and nowhere else, at a pinned version.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String LOOPBACK = "127.0.0.1";
    /** Another process may take a free port, the controller's too, between our look and our bind. */
    private static final int PORT_ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final DataLock lock;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, DataLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts the broker and returns when it serves.
     *
     * @param dataDir made if absent; locked against a second broker
     * @param port to listen on, 0 for any free one
     * @throws BrokerStartException when the port or the folder is in use, or the data there cannot be used
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        return start(dataDir, port, settings -> {});
    }

    /** With further settings over ours: another listener, for example. */
    static EmbeddedBroker start(Path dataDir, int port, Consumer<Properties> more) {
        if (port != 0 && !isFree(port)) {
            throw portInUse(port);
        }
        DataLock lock = DataLock.take(dataDir);
        try {
            return onFreePorts(dataDir.resolve("kafka"), lock, port, more);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The address to connect to. */
    public String bootstrap() {
        return LOOPBACK + ":" + port;
    }

    /** Makes a topic unless it is there. */
    public void createTopic(String name, int partitions, Map<String, String> config) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + name + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topic " + name, e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    private static EmbeddedBroker onFreePorts(Path log, DataLock lock, int port, Consumer<Properties> more) {
        for (int left = PORT_ATTEMPTS; left > 0; left--) {
            try {
                Files.createDirectories(log);
                format(log);
                return serve(log, lock, port == 0 ? freePort() : port, more);
            } catch (Exception e) {
                if (!isBindFailure(e)) {
                    throw new BrokerStartException(
                            "the embedded broker cannot start on its data in " + log + " (" + root(e)
                                    + "); remove that folder to begin anew, or name another with --data",
                            e);
                }
            }
        }
        throw port == 0 ? new BrokerStartException("no free port was found on " + LOOPBACK) : portInUse(port);
    }

    private static EmbeddedBroker serve(Path log, DataLock lock, int port, Consumer<Properties> more) throws Exception {
        stayAlive();
        Properties settings = settings(log, port, freePort());
        more.accept(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (Exception e) {
            // Kafka's Scala code throws checked exceptions, too, without declaring them.
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(server, lock, port);
    }

    /** Kafka halts its JVM on a fault it cannot mend (its folder is gone, say); ours holds other things as well. */
    private static void stayAlive() {
        Exit.Procedure refuse = (status, message) -> {
            LOG.error("the embedded broker gave up (status {}: {}); start this process again", status, message);
            throw new IllegalStateException("the embedded broker gave up: " + message);
        };
        Exit.setExitProcedure(refuse);
        Exit.setHaltProcedure(refuse);
    }

    private static Properties settings(Path log, int port, int controllerPort) {
        Properties s = new Properties();
        s.put("process.roles", "broker,controller");
        s.put("node.id", "1");
        s.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
        s.put("listeners", "PLAINTEXT://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort);
        s.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + port);
        s.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        s.put("controller.listener.names", "CONTROLLER");
        s.put("inter.broker.listener.name", "PLAINTEXT");
        s.put("log.dirs", log.toString());
        s.put("num.partitions", "1");
        s.put("default.replication.factor", "1");
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            s.put(internal + ".num.partitions", "1");
            s.put(internal + ".replication.factor", "1");
        }
        s.put("transaction.state.log.min.isr", "1");
        s.put("share.coordinator.state.topic.min.isr", "1");
        // Without it the first consumer of a group waits three seconds.
        s.put("group.initial.rebalance.delay.ms", "0");
        // The default takes 128 MB of heap.
        s.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        s.put("num.network.threads", "2");
        s.put("num.io.threads", "2");
        s.put("background.threads", "2");
        s.put("num.recovery.threads.per.data.dir", "1");
        s.put("log.segment.bytes", Integer.toString(64 << 20));
        return s;
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .setDirectories(List.of(log.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static BrokerStartException portInUse(int port) {
        return new BrokerStartException("port " + port + " is in use; choose another with --kafka-port, or use the"
                + " broker that runs there by setting KAFKA_BOOTSTRAP_SERVERS=" + LOOPBACK + ":" + port);
    }

    private static boolean isBindFailure(Throwable e) {
        return causes(e)
                .anyMatch(cause -> cause instanceof BindException
                        || String.valueOf(cause.getMessage()).contains("failed to bind"));
    }

    private static Throwable root(Throwable e) {
        return causes(e).reduce((outer, inner) -> inner).orElse(e);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
