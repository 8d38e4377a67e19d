package dev.tracemend.streams.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.WindowEngineContract;
import dev.tracemend.streams.window.RawLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The thin jar on a cluster of Spark's own master and worker, with the driver beside it and within it. */
@ExtendWith(BrokerExtension.class)
class StandaloneClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @Test
    void theThinJarRunsWithItsDriverInClientMode(EmbeddedBroker broker) throws Exception {
        // Not a temporary folder of JUnit: executors write into it until they end.
        Path folder = Files.createTempDirectory(Path.of("target"), "cluster").toAbsolutePath();
        try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
            Process client = cluster.submit("client", broker.bootstrap(), folder.resolve("checkpoint-client"));
            aStormIsOneContext(broker, cluster, "client");
            client.destroy();
            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theThinJarRunsWithItsDriverInClusterMode(EmbeddedBroker broker) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "cluster").toAbsolutePath();
        try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
            cluster.submit("cluster", broker.bootstrap(), folder.resolve("checkpoint-cluster"));
            aStormIsOneContext(broker, cluster, "cluster");
        }
    }

    private static void aStormIsOneContext(EmbeddedBroker broker, StandaloneCluster cluster, String mode)
            throws Exception {
        try (RawTopic topic = RawTopic.of(broker.bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines();
            for (int i = 0; i < 30; i++) {
                lines.line("shop.log", i * 0.1, WindowEngineContract.NPE);
            }
            topic.send(lines.tick("shop.log", 20));
            cluster.awaitWindows();
            var contexts = topic.contexts(1, PATIENCE);
            assertThat(contexts)
                    .as(cluster.log("submit-" + mode) + cluster.driverLogs())
                    .hasSize(1);
            assertThat(Wire.errorContext(contexts.get(0).value()).count()).isEqualTo(30);
            assertThat(topic.told(Topics.group("tracemend-windows-spark"), PATIENCE)
                            .watermark())
                    .as("event time, as the executors met it")
                    .isEqualTo(RawLines.NOON + 20);
        }
    }
}
