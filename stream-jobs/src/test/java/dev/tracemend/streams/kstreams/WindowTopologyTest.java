package dev.tracemend.streams.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawLines;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowFold;
import dev.tracemend.streams.window.WindowRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTopologyTest {
    @TempDir
    private Path state;

    @Test
    void contextsLeaveForTheTopicOfTheirLinesKeyedByCause() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, "INFO before")
                .line("a.log", 1, "ERROR no connection")
                .tick("a.log", 4);

        try (TopologyTestDriver driver = driver()) {
            pipe(driver, lines.records());
            TestRecord<String, byte[]> out = driver.createOutputTopic(
                            "logs.ctx.app", new StringDeserializer(), new ByteArrayDeserializer())
                    .readRecord();
            ErrorContext expected = WindowFold.contexts(lines.records()).get(0);
            assertThat(out.value()).isEqualTo(Wire.write(expected));
            assertThat(out.key()).isEqualTo(expected.fingerprint());
            assertThat(new String(out.headers().lastHeader(Headers.TYPE).value(), StandardCharsets.UTF_8))
                    .isEqualTo("dev.tracemend.context.v1");
        }
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndTheRestGoesOn() {
        RawLines lines = new RawLines("app")
                .line("a.log", 1, "ERROR no connection")
                .bytes("a.log", 1, new byte[] {(byte) 0xC3, 0x28})
                .bytes("a.log", 1, "{\"line\":\"x\",\"offset\":\"many\"}".getBytes(StandardCharsets.UTF_8))
                .tick("a.log", 4);

        try (TopologyTestDriver driver = driver()) {
            pipe(driver, lines.records());
            var letters = driver.createOutputTopic(
                            "agent.errors", new StringDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
            assertThat(letters)
                    .extracting(value -> Wire.deadLetter(value).offset())
                    .containsExactly(1L, 2L);
            assertThat(driver.createOutputTopic("logs.ctx.app", new StringDeserializer(), new ByteArrayDeserializer())
                            .readValuesToList())
                    .hasSize(1);
        }
    }

    private TopologyTestDriver driver() {
        Properties properties = new Properties();
        properties.put("application.id", "test");
        properties.put("bootstrap.servers", "none:1");
        properties.put("state.dir", state.toString());
        return new TopologyTestDriver(
                WindowTopology.of(WindowRules.DEFAULT, new StageTally(), new RawBacklog()), properties);
    }

    private static void pipe(TopologyTestDriver driver, List<RawRecord> records) {
        TestInputTopic<byte[], byte[]> input =
                driver.createInputTopic("logs.raw.app", new ByteArraySerializer(), new ByteArraySerializer());
        records.forEach(r -> input.pipeInput(new TestRecord<>(r.key(), r.value(), Instant.ofEpochMilli(r.millis()))));
    }
}
