package dev.tracemend.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single KRaft node in this JVM, on loopback only; its data lies under a folder and survives a restart. Kafka's server
 * classes are internal to Kafka: they are used here and nowhere else, at a pinned version.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** Another process may take a free port between our look and our bind. */
    private static final int EPHEMERAL_ATTEMPTS = 5;

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
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        if (port != 0 && !isFree(port)) {
            throw new BrokerStartException("port " + port + " is in use; choose another with --kafka-port, or use the"
                    + " broker that runs there by setting KAFKA_BOOTSTRAP_SERVERS=" + LOOPBACK + ":" + port);
        }
        DataLock lock = DataLock.take(dataDir);
        try {
            Path log = Files.createDirectories(dataDir.resolve("kafka"));
            format(log);
            return port == 0 ? onAnyPort(log, lock) : serve(log, lock, port);
        } catch (Exception e) {
            lock.close();
            throw e instanceof BrokerStartException known
                    ? known
                    : new BrokerStartException("the embedded broker cannot start on " + dataDir + ": " + e, e);
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

    private static EmbeddedBroker onAnyPort(Path log, DataLock lock) throws IOException {
        RuntimeException last = new BrokerStartException("no free port was found on " + LOOPBACK);
        for (int i = 0; i < EPHEMERAL_ATTEMPTS; i++) {
            try {
                return serve(log, lock, freePort());
            } catch (RuntimeException e) {
                last = e;
            }
        }
        throw last;
    }

    private static EmbeddedBroker serve(Path log, DataLock lock, int port) throws IOException {
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(log, port, freePort()), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        return new EmbeddedBroker(server, lock, port);
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
