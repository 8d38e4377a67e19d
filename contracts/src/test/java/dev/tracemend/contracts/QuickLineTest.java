package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way understands what the careful one does, and never something else. */
class QuickLineTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "\"line\":",
            "\"kind\":",
            "\"ts\":",
            "\"v\":",
            "\"source\":",
            "\"offset\":",
            "\"multiline\":",
            "\"host\":",
            "\"id\":",
            "\"tick\"",
            "\"line\"",
            "\"a b\"",
            "\"\\u00e4\"",
            "1",
            "1.5",
            "-3",
            "1e400",
            "99999999999999999999",
            "true",
            "false",
            "null",
            "[1]",
            "{\"x\":2}",
            ",",
            ",",
            ",",
            ":",
            " ",
            "\n",
            "ü");

    @Test
    void anyJumbleOfAnEnvelopeIsReadAsTheCarefulReaderReadsIt() {
        Random random = new Random(7);
        int lines = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("{");
            int fields = random.nextInt(5);
            for (int f = 0; f < fields; f++) {
                text.append(f == 0 ? "" : ",").append(pick(random)).append(pick(random));
            }
            text.append(random.nextInt(10) == 0 ? pick(random) : "").append("}");
            text.append(random.nextInt(10) == 0 ? pick(random) : "");
            byte[] value = text.toString().getBytes(StandardCharsets.UTF_8);
            Object quick = outcome(() -> Wire.logLine(value, "key", 5.5));
            Object careful = outcome(() -> Wire.carefully(value, "key", 5.5));
            assertThat(quick).as(text.toString()).isEqualTo(careful);
            lines += quick instanceof LogLine line && !line.line().startsWith("{") ? 1 : 0;
        }
        assertThat(lines).as("some were envelopes").isGreaterThan(20);
    }

    @Test
    void theTailersOwnFormIsReadTheQuickWay() {
        byte[] value = Wire.write(Samples.LINE);
        assertThat(Wire.logLine(value, "", 0)).isEqualTo(Samples.LINE);
        assertThat(Wire.logLine(Wire.write(Samples.TICK), "", 0)).isEqualTo(Samples.TICK);
    }

    private static String pick(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static Object outcome(java.util.function.Supplier<LogLine> read) {
        try {
            return read.get();
        } catch (MalformedRecordException e) {
            return "malformed";
        }
    }
}
