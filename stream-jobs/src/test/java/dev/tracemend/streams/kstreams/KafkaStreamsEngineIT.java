package dev.tracemend.streams.kstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.WindowEngineContract;
import dev.tracemend.streams.window.RawLines;
import dev.tracemend.streams.window.WindowConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ExtendWith(BrokerExtension.class)
class KafkaStreamsEngineIT implements WindowEngineContract {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStreamsEngineIT.class);
    private static final String APPLICATION = "windows-" + UUID.randomUUID();

    @TempDir
    private static Path state;

    private static WindowConfig config;
    private static KafkaStreamsEngine engine;

    @BeforeAll
    static void startTheEngine(EmbeddedBroker broker) {
        WindowConfig d = WindowConfig.defaults(broker.bootstrap(), state);
        config = new WindowConfig(
                d.bootstrap(), d.rules(), d.stateDir(), APPLICATION, d.instance(), d.commit(), Duration.ofHours(1));
        start();
    }

    @AfterAll
    static void stopTheEngine() {
        engine.close();
    }

    @Override
    public String bootstrap() {
        return config.bootstrap();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Test
    void aWindowThatIsOpenWhenTheEngineStopsGoesOnAfterItsNextStart() throws Exception {
        try (RawTopic topic = RawTopic.of(bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines();
            for (int i = 0; i < 40; i++) {
                lines.line("shop.log", i * 0.1, NPE);
            }
            topic.send(lines);
            assertThat(topic.contexts(1, Duration.ofSeconds(2))).isEmpty();

            engine.close();
            assertThat(engine.stopped()).isTrue();
            start();
            for (int i = 40; i < 60; i++) {
                lines.line("shop.log", i * 0.1, NPE);
            }
            topic.send(lines.again(30).tick("shop.log", 20));

            var contexts = topic.contexts(1, patience());
            assertThat(contexts).hasSize(1);
            assertThat(Wire.errorContext(contexts.get(0).value()).count()).isEqualTo(60);
        }
    }

    @Test
    void theBrokerIsToldHowFarTheEngineIs() throws Exception {
        try (RawTopic topic = RawTopic.of(bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines().line("shop.log", 0, NPE).line("other.log", 7, NPE);
            topic.send(lines);

            WindowProgress told = topic.told(APPLICATION + "-progress", patience());
            assertThat(told.engine()).isEqualTo("kstreams");
            assertThat(told.watermark()).isEqualTo(RawLines.NOON + 7);
            assertThat(told.states()).isGreaterThanOrEqualTo(2);
            assertThat(told.stateBytes()).isPositive();
            assertThat(engine.progress().metrics()).contains("\ntracemend_windows_state_bytes ");
        }
    }

    @Test
    void aContextIsThereSoonAfterItsWindowCloses() throws Exception {
        try (RawTopic topic = RawTopic.of(bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines();
            long worst = 0;
            for (int round = 1; round <= 10; round++) {
                topic.send(lines.line("shop.log", round * 10, NPE));
                topic.send(lines.tick("shop.log", round * 10 + 3));
                long start = System.nanoTime();
                assertThat(topic.contexts(round, patience())).hasSize(round);
                long millis = (System.nanoTime() - start) / 1_000_000;
                LOG.info("context {} after {} ms", round, millis);
                worst = round == 1 ? 0 : Math.max(worst, millis);
            }
            assertThat(worst).as("milliseconds, topic known").isLessThan(5_000);
        }
    }

    private static void start() {
        long start = System.nanoTime();
        engine = KafkaStreamsEngine.start(config);
        assertThat(engine.stopped()).as("it only starts").isFalse();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(engine::running);
        LOG.info("running after {} ms", (System.nanoTime() - start) / 1_000_000);
    }
}
