package dev.tracemend.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one class that knows Kafka's server: broker and controller of a single node, sized for a laptop. */
final class KraftServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KraftServer.class);
    private static final String HOST = "127.0.0.1";
    private static final String ONE = "1";

    private final KafkaRaftServer server;

    private KraftServer(KafkaRaftServer server) {
        this.server = server;
    }

    /** Starts a node on data that lives in {@code dir}; whatever went wrong is thrown after everything was shut down. */
    static KraftServer start(Path dir, int port, int controllerPort) throws Exception {
        neverEndTheProcess();
        Files.createDirectories(dir);
        if (!Files.exists(dir.resolve("meta.properties"))) {
            format(dir);
        }
        KafkaRaftServer server = new KafkaRaftServer(config(dir, port, controllerPort), Time.SYSTEM);
        try {
            server.startup();
        } catch (Exception e) {
            server.shutdown();
            throw e;
        }
        return new KraftServer(server);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Kafka halts its JVM on a fatal fault (its folder was deleted, say); this one holds other things as well. */
    private static void neverEndTheProcess() {
        Exit.Procedure refuse = (status, message) -> {
            LOG.error("the embedded broker gave up (status {}, {}): restart this process", status, message);
            throw new IllegalStateException("the embedded broker gave up: " + message);
        };
        Exit.setExitProcedure(refuse);
        Exit.setHaltProcedure(refuse);
    }

    private static void format(Path dir) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(dir.toString())
                .setDirectories(List.of(dir.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static KafkaConfig config(Path dir, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(node(dir, port, controllerPort));
        settings.putAll(singleReplica());
        settings.putAll(small());
        return new KafkaConfig(settings, false);
    }

    private static Map<String, String> node(Path dir, int port, int controllerPort) {
        String client = "PLAINTEXT://" + HOST + ":" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                ONE,
                "controller.quorum.voters",
                "1@" + HOST + ":" + controllerPort,
                "listeners",
                client + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                client,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                dir.toString(),
                "auto.create.topics.enable",
                "true");
    }

    private static Map<String, String> singleReplica() {
        return Map.of(
                "offsets.topic.num.partitions", ONE,
                "offsets.topic.replication.factor", ONE,
                "transaction.state.log.num.partitions", ONE,
                "transaction.state.log.replication.factor", ONE,
                "transaction.state.log.min.isr", ONE,
                "share.coordinator.state.topic.num.partitions", ONE,
                "share.coordinator.state.topic.replication.factor", ONE,
                "share.coordinator.state.topic.min.isr", ONE);
    }

    private static Map<String, String> small() {
        return Map.of(
                // Else the first consumer of a group waits three seconds for others.
                "group.initial.rebalance.delay.ms", "0",
                // The default takes 128 MB of heap.
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.segment.bytes", "67108864",
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", ONE);
    }
}
