package dev.tracemend.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.worker.intake.ContextReading.Readable;
import dev.tracemend.worker.intake.ContextReading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ContextReadingTest {
    private static final String FULL = """
            {"v":1,"id":"c1","topic":"app","fingerprint":"f1","title":"NPE: x","language":"java","count":4,
             "exceptions":[{"type":"java.lang.NullPointerException","message":"x","frames":[
               {"class":"shop.Cart","method":"total","file":"Cart.java","line":42,"inApp":true}]}],
             "ctx":["INFO a","ERROR b"],"ts":9.5}""";

    @Test
    void aWholeContextIsTakenAsItIs() {
        ErrorContext context = readable(FULL);

        assertThat(context.id()).isEqualTo("c1");
        assertThat(context.fingerprint()).isEqualTo("f1");
        assertThat(context.count()).isEqualTo(4);
    }

    @Test
    void secretsOfAForeignSenderGoNoFurther() {
        ErrorContext context =
                readable("{\"id\":\"c1\",\"fingerprint\":\"f1\",\"title\":\"E: password=hunter2\",\"exceptions\":"
                        + "[{\"type\":\"E\",\"message\":\"password=hunter2\"}],\"ctx\":[\"ERROR password=hunter2\","
                        + "\"-----BEGIN PRIVATE KEY-----\",\"MIIEow\",\"-----END PRIVATE KEY-----\",\"INFO z\"]}");

        assertThat(context.toString()).doesNotContain("hunter2", "MIIEow");
        assertThat(context.ctx())
                .containsExactly("ERROR password=[redacted:password]", "[redacted:private-key]", "INFO z");
        assertThat(context.exceptions().get(0).message()).isEqualTo("password=[redacted:password]");
    }

    @Test
    void itsExceptionsBecomeTheTasksTrace() {
        FixTask task = TaskTranslation.of(readable(FULL));

        assertThat(task.trace().language()).isEqualTo(Language.JAVA);
        assertThat(task.trace().root().frames())
                .containsExactly(new StackFrame("shop.Cart", "total", "Cart.java", 42, true));
        assertThat(task.log()).containsExactly("INFO a", "ERROR b");
        assertThat(task.title()).isEqualTo("NPE: x");
    }

    @Test
    void whatAnOlderFormLacksIsMadeFromItsLines() {
        String lines = "{\"ctx\":[\"INFO a\",\"java.lang.IllegalStateException: no stock\","
                + "\"\\tat shop.Stock.take(Stock.java:7)\",\"INFO z\"]}";
        ErrorContext context = readable(lines);

        assertThat(context.fingerprint()).hasSize(16);
        assertThat(context.id()).hasSize(24).isEqualTo(readable(lines).id());
        assertThat(context.topic()).isEqualTo("app");
        assertThat(context.count()).isOne();
        assertThat(context.firstSeen()).isEqualTo(3.0);
        assertThat(context.title()).contains("no stock");
        assertThat(TaskTranslation.of(context).trace().root().type()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aContextWithoutATraceIsNamedByItsError() {
        ErrorContext context = readable("{\"lines\":\"2026-11-21 10:00:00 INFO up\\n"
                + "2026-11-21 10:00:01 ERROR disk is full\\n2026-11-21 10:00:02 INFO down\"}");

        assertThat(context.title()).contains("disk is full");
        assertThat(TaskTranslation.of(context).trace().isEmpty()).isTrue();
    }

    @Test
    void saysWhyARecordCannotBeRead() {
        assertThat(unreadable(null)).contains("empty");
        assertThat(unreadable("")).contains("empty");
        assertThat(unreadable("{\"ctx\":[\"x\"],\"fingerprint\":\"" + "f".repeat(3_000) + "\"}"))
                .contains("at most 2000 characters");
        assertThat(unreadable("{\"ctx\":[]}")).contains("neither log lines nor an exception");
        assertThat(unreadable("{\"summary\":1}")).contains("summary");
        assertThat(unreadable("no json")).contains("JSON object");
        assertThat(unreadable("{\"ctx\":[null]}")).isNotBlank();
        assertThat(unreadable("[".repeat(5_000))).isNotBlank();
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        Random random = new Random(20261121);
        byte[] seed = FULL.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = seed.clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ContextReading reading = ContextReading.of(record(bytes), "app");
            if (reading instanceof Readable readable) {
                assertThat(TaskTranslation.of(readable.context())).isNotNull();
            }
        }
    }

    private static ErrorContext readable(String json) {
        return ((Readable) ContextReading.of(record(json.getBytes(StandardCharsets.UTF_8)), "app")).context();
    }

    private static String unreadable(String json) {
        byte[] bytes = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return ((Unreadable) ContextReading.of(record(bytes), "app")).reason();
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(
                "logs.ctx.app",
                1,
                7,
                3_000,
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty());
    }
}
