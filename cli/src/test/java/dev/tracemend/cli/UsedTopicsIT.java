package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo on a broker of the user's that holds incidents of an earlier run would show those as its own. */
class UsedTopicsIT {
    @TempDir
    private Path home;

    @Test
    void aBrokerWithIncidentsOfAnEarlierRunIsRefused() throws Exception {
        // One of its own: the demo's topic is no test's own name.
        try (EmbeddedBroker broker = EmbeddedBroker.start(home.resolve("broker"), 0)) {
            refused(broker);
        }
    }

    private void refused(EmbeddedBroker broker) throws Exception {
        byte[] context = Files.readAllBytes(
                Path.of("..", "contracts", "src", "test", "resources", "wire", "v1", "context.json"));
        try (Kafka kafka = Kafka.connect(broker.bootstrap())) {
            kafka.createFamily("app");
            kafka.publish(Topics.ctx("app"), "an-earlier-cause", context);
        }
        try (TracemendProcess demo = TracemendProcess.start(
                home, Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap()), List.of("demo", "--once"))) {
            assertThat(demo.await(Duration.ofSeconds(90))).as(demo.stderr()).isEqualTo(ExitCode.CONFIGURATION.code());
            assertThat(demo.stderr())
                    .contains("holds incidents of topic app already", broker.bootstrap(), "fresh broker")
                    .doesNotContain("Exception", new String(context, StandardCharsets.UTF_8));
        }
    }
}
