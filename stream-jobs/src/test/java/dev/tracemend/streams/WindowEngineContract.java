package dev.tracemend.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawLines;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.WindowFold;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do, on a real broker: give the contexts that the stages give in memory, to the byte. The engine
 * runs before each test begins; each test makes topics of its own, so new topics must be taken up while it runs.
 */
public interface WindowEngineContract {
    String NPE = "ERROR checkout failed\n"
            + "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"\n"
            + "\tat shop.Cart.total(Cart.java:42)\n"
            + "\tat shop.Main.main(Main.java:7)";

    /** Where the engine's broker is. */
    String bootstrap();

    /** How long a context may take on a busy machine. */
    Duration patience();

    @Test
    default void aStormOfFiveHundredIsOneContext() throws Exception {
        try (RawTopic topic = newTopic()) {
            RawLines lines = topic.lines().line("shop.log", 0, "INFO start");
            IntStream.range(0, 500).forEach(i -> lines.line("shop.log", 1 + i * 0.02, NPE));
            lines.line("shop.log", 11.2, "INFO on").tick("shop.log", 14);
            topic.send(lines);

            List<ErrorContext> contexts = sameAsTheStages(topic, lines);

            assertThat(contexts).extracting(ErrorContext::count).containsExactly(500L);
        }
    }

    @Test
    default void sourcesStormsRepeatsForeignLinesAndTicksGiveWhatTheStagesGive() throws Exception {
        try (RawTopic topic = newTopic()) {
            RawLines lines = topic.lines();
            IntStream.range(0, 70).forEach(i -> lines.line("shop.log", i, NPE)
                    .line("shop.log", i + 0.4, "INFO after " + i)
                    .bare("console", i + 0.5, "ERROR no connection to the database")
                    .bare("console", i + 0.5, "INFO retry " + i)
                    .line("second.log", i * 0.01, i % 10 == 0 ? NPE : "INFO second " + i));
            lines.again(lines.records().size() - 2);
            for (String source : List.of("shop.log", "second.log", "console")) {
                lines.tick(source, 200);
            }
            topic.send(lines);

            List<ErrorContext> contexts = sameAsTheStages(topic, lines);

            assertThat(contexts).extracting(ErrorContext::emission).contains(0, 1, 2);
            assertThat(contexts.stream().mapToLong(ErrorContext::count).sum()).isEqualTo(70 + 70 + 7);
        }
    }

    @Test
    default void recordsThatCannotBeReadBecomeDeadLettersAndStopNothing() throws Exception {
        try (RawTopic topic = newTopic()) {
            byte[] binary = {0, (byte) 0xFF, (byte) 0xC3, 0x28};
            RawLines lines = topic.lines()
                    .line("shop.log", 0, NPE)
                    .bytes("shop.log", 0, binary)
                    .bytes("shop.log", 0, "{\"line\":\"x\",\"offset\":\"many\"}".getBytes(StandardCharsets.UTF_8))
                    .line("shop.log", 1, NPE)
                    .tick("shop.log", 4);
            topic.send(lines);

            List<ErrorContext> contexts = sameAsTheStages(topic, lines);
            assertThat(contexts).extracting(ErrorContext::count).containsExactly(2L);

            List<ConsumerRecord<String, byte[]>> letters = topic.letters(2, patience());
            assertThat(letters)
                    .extracting(letter -> Wire.deadLetter(letter.value()).offset())
                    .containsExactlyInAnyOrder(1L, 2L);
            assertThat(header(letters.get(0), Headers.TYPE)).isEqualTo("dev.tracemend.deadletter.v1");
        }
    }

    @Test
    default void aTraceOfSixtyFramesAmongAnotherThreadsLinesCutInTwoByABatchIsOneContext() throws Exception {
        try (RawTopic topic = newTopic()) {
            RawLines lines = topic.lines()
                    .bare("console", 0, "2026-11-21 10:00:00.000 ERROR [worker-1] shop.Checkout - checkout failed")
                    .bare("console", 0, "java.lang.IllegalStateException: no price");
            IntStream.range(0, 30).forEach(i -> interleaved(lines, i));
            topic.send(lines);
            // Whatever the engine had, it has worked on: a first batch has ended within the trace.
            assertThat(topic.contexts(1, Duration.ofSeconds(2))).isEmpty();
            IntStream.range(30, 60).forEach(i -> interleaved(lines, i));
            lines.bare("console", 0.1, "2026-11-21 10:00:00.100 INFO  [worker-1] shop.Checkout - next")
                    .tick("console", 10);
            topic.send(lines);

            List<ErrorContext> contexts = sameAsTheStages(topic, lines);

            ErrorContext context = contexts.stream()
                    .filter(each -> each.title().contains("IllegalStateException"))
                    .findFirst()
                    .orElseThrow();
            assertThat(context.count()).isEqualTo(1);
            assertThat(context.exceptions()).hasSize(1);
            assertThat(context.exceptions().get(0).frames()).hasSize(60);
            assertThat(context.exceptions().get(0).frames().stream()
                            .filter(f -> f.inApp())
                            .map(f -> f.method()))
                    .containsExactly("total42");
            assertThat(contexts).hasSize(2);
        }
    }

    /** A frame of the one thread; between them lines of another, one of them a trace of its own. */
    private static void interleaved(RawLines lines, int i) {
        String frame = i == 42
                ? "shop.Cart.total42(Cart.java:42)"
                : "org.apache.coyote.Frame" + i + ".run(Frame.java:" + i + ")";
        lines.bare("console", 0, "\tat " + frame);
        if (i % 3 == 0) {
            lines.bare("console", 0, "2026-11-21 10:00:00.001 INFO  [worker-2] shop.Stock - step " + i);
        }
        if (i == 20) {
            lines.bare("console", 0, "2026-11-21 10:00:00.002 ERROR [worker-2] shop.Stock - stock is unknown");
        }
    }

    private RawTopic newTopic() throws Exception {
        return RawTopic.of(bootstrap(), "t-" + UUID.randomUUID());
    }

    private List<ErrorContext> sameAsTheStages(RawTopic topic, RawLines lines) {
        List<RawRecord> records = lines.records();
        List<ErrorContext> expected = WindowFold.contexts(records);
        List<ConsumerRecord<String, byte[]>> found = topic.contexts(expected.size(), patience());
        assertThat(found)
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(context -> new String(Wire.write(context), StandardCharsets.UTF_8))
                        .toList());
        for (ConsumerRecord<String, byte[]> record : found) {
            ErrorContext context = Wire.errorContext(record.value());
            assertThat(record.key()).isEqualTo(context.fingerprint());
            assertThat(header(record, Headers.TYPE)).isEqualTo("dev.tracemend.context.v1");
            assertThat(header(record, "ce_id")).isEqualTo(context.id());
        }
        return expected;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
