package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code KAFKA_TOPIC_PREFIX} holds from the tailer to the windows, whichever engine computes them. */
@ExtendWith(BrokerExtension.class)
class TopicPrefixIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"kstreams", "spark"})
    void contextsComeUnderThePrefixToo(String engine, EmbeddedBroker broker) throws Exception {
        String prefix = "prefix-" + engine + ".";
        Map<String, String> environment =
                Map.of("KAFKA_TOPIC_PREFIX", prefix, "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap());
        Path log = Files.writeString(
                home.resolve("app.log"),
                "2026-11-21 10:00:00,000 ERROR [main] shop.Cart - gone\n"
                        + "java.lang.IllegalStateException: gone\n"
                        + "\tat shop.Cart.total(Cart.java:42)\n"
                        + "2026-11-21 10:00:09,000 INFO [main] shop.Cart - later\n");
        try (TracemendProcess tail =
                        TracemendProcess.start(home, environment, List.of("tail", "--topic", "app", log.toString()));
                TracemendProcess windows = TracemendProcess.start(
                        home, environment, List.of("windows", "--engine", engine, "--data", home + "/" + engine))) {
            await().atMost(LIMIT)
                    .failFast(() -> assertThat(tail.isAlive() && windows.isAlive())
                            .as(tail.stderr() + windows.stderr())
                            .isTrue())
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(BrokerRecords.committed(broker.bootstrap(), prefix + Topics.ctx("app")))
                                    .as(tail.stderr() + windows.stderr())
                                    .extracting(context -> new String(context.value(), StandardCharsets.UTF_8))
                                    .anyMatch(context -> context.contains("IllegalStateException")));
        }
    }
}
