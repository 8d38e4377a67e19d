package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.policy.PolicyReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Too much at once: of one cause, and of many. A model behind real HTTP counts what it is asked. */
@ExtendWith(BrokerExtension.class)
@Timeout(240)
class StormIT {
    private static final int STORM = 10_000;
    private static final String SOURCE = """
        package shop;

        public final class Series {
            public static int half(int value) {
                return Integer.parseInt("" + value) / 2;
            }
        }
        """;

    private final String topic = "storm-" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger calls = new AtomicInteger();
    private final ScriptedModel model = new ScriptedModel(this::answer);

    @TempDir
    private Path folder;

    private WorkerConfig config;

    @BeforeEach
    void plant(EmbeddedBroker broker) throws IOException {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        Path file = folder.resolve("ws/src/main/java/shop/Series.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SOURCE);
        config = WorkerConfig.of(
                broker.bootstrap(), List.of(topic), GitFolder.commit(folder.resolve("ws")), folder.resolve("data"));
    }

    @AfterEach
    void end() {
        model.close();
    }

    @Test
    void tenThousandContextsOfOneCauseAreOneAttempt(EmbeddedBroker broker) {
        try (TopicContents contents = new TopicContents(broker.bootstrap(), topic)) {
            for (int i = 0; i < STORM; i++) {
                contents.put("one", Wire.write(context("c" + i, "one")));
            }
            contents.flush();

            new Worker(config.untilAnswered(), new FixProgram(config.fixConfig(), model.source())::fix).run();

            List<FixResult> results = contents.results();
            assertThat(results).hasSize(STORM).extracting(FixResult::id).doesNotHaveDuplicates();
            assertThat(results)
                    .filteredOn(result -> result.repeatOf().isEmpty())
                    .hasSize(1);
            MemoryEntry entry =
                    contents.memory("one").get(contents.memory("one").size() - 1);
            assertThat(entry.count()).isEqualTo(3L * STORM);
            assertThat(entry.contexts()).isEqualTo(STORM);
            assertThat(entry.attempted()).isOne();
            assertThat(contents.committed(Topics.METRICS).stream()
                            .map(record -> Wire.workMetric(record.value()))
                            .filter(metric -> metric.container().equals(topic)))
                    .hasSize(1);
        }
        assertThat(calls.get()).isBetween(1, 3);
    }

    @Test
    void manyCausesMayAskTheModelOnlyAsOftenAsTheBudgetOfTheHourLets(EmbeddedBroker broker) {
        Map<String, Object> hour = Map.of("budgets", Map.of("hour", Map.of("tokens", 600)));
        WorkerConfig poor = config.withPolicies(PolicyReading.of(Map.of("default", hour), "the test"));
        try (TopicContents contents = new TopicContents(broker.bootstrap(), topic)) {
            for (int i = 0; i < 40; i++) {
                contents.put("f" + i, Wire.write(context("c" + i, "f" + i)));
            }
            contents.flush();

            new Worker(poor.untilAnswered(), new FixProgram(config.fixConfig(), model.source())::fix).run();
            int first = calls.get();
            new Worker(poor.untilAnswered(), new FixProgram(config.fixConfig(), model.source())::fix).run();
            contents.add("later", "f-later", 1);
            new Worker(poor.untilAnswered(), new FixProgram(config.fixConfig(), model.source())::fix).run();

            assertThat(contents.results()).hasSize(41);
            assertThat(contents.results())
                    .filteredOn(result -> result.why().contains("the budget of the hour is spent"))
                    .hasSizeGreaterThan(30);
            // 120 tokens a call: five make 600, and the attempt that has begun is finished.
            assertThat(first).isBetween(5, 8);
            assertThat(calls.get()).as("another worker knows what was spent").isEqualTo(first);
        }
    }

    private ErrorContext context(String id, String fingerprint) {
        return Wire.errorContext(("{\"id\":\"" + id + "\",\"topic\":\"" + topic + "\",\"fingerprint\":\"" + fingerprint
                        + "\",\"count\":3,\"ctx\":[\"2026-11-21 10:00:00 ERROR shop.Report - no series\","
                        + "\"java.lang.IllegalStateException: no series\","
                        + "\"\\tat shop.Series.half(Series.java:5)\"]}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Never a fix, so that the most is asked that is ever asked. */
    private String answer(String request) {
        calls.incrementAndGet();
        return "CAUSE: I do not know.";
    }
}
