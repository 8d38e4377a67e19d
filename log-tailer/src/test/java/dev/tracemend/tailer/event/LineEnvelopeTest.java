package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.LineJoiner;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The envelope is written by hand; what it says and how must be just what the other writer of JSON makes of the record. */
class LineEnvelopeTest {
    private static final List<String> PIECES = List.of(
            "2026-11-21 10:00:00.123 ",
            "2026-11-21T10:00:00Z ",
            "1999-01-01 00:00:00 ",
            "2286-11-20 17:46:40.001 ",
            "INFO ",
            "password=hunter2 ",
            "card 4111 1111 1111 1111 ",
            "\"quoted\" \\ ",
            "\t\b\f\r",
            "\u0000\u0001\u001f\u007f",
            "größe ",
            "日本 ",
            "😀\ufffd",
            "text of a line ");

    private final Redactor redactor = new Redactor();
    private final Random random = new Random(17);

    @Test
    void isByteForByteTheRecordAsItIsWrittenElsewhere() {
        for (String source : List.of("/var/log/shop.log", "C:\\logs\\ä \"x\".log", ".hidden", "plain")) {
            for (String host : List.of("", "host-1")) {
                LineEnvelope envelope = new LineEnvelope("t-1", host);
                LineEnvelope.Origin origin = envelope.origin(source, "7-42", 3);
                for (int run = 0; run < 3_000; run++) {
                    compare(envelope, origin, source, host);
                }
            }
        }
    }

    private void compare(LineEnvelope envelope, LineEnvelope.Origin origin, String source, String host) {
        LineJoiner event = new LineJoiner();
        for (int lines = random.nextInt(3); lines >= 0; lines--) {
            byte[] line = line().getBytes(StandardCharsets.UTF_8);
            event.append(line, 0, line.length);
        }
        long start = random.nextInt(5) == 0 ? 0 : random.nextLong() >>> random.nextInt(2, 60);
        long readAt = 1_795_255_200_000L + random.nextInt(100_000);

        byte[] value =
                envelope.line(event, new LineFlags(), origin, start, new SourceClock().time(event.time(), readAt));

        String text = event.text().toString();
        Redaction masked = redactor.redact(text);
        double time = LineParser.parse(text).time().orElse(readAt) / 1000.0;
        String name = source.substring(source.lastIndexOf('/') + 1);
        String service = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        LogLine expected = new LogLine(
                1,
                "t-1:7-42:3:" + start,
                LogLine.Kind.LINE,
                masked.text(),
                time,
                source,
                service,
                host,
                start,
                event.lines() > 1,
                masked.count());
        assertThat(new String(value, StandardCharsets.UTF_8))
                .isEqualTo(new String(Wire.write(expected), StandardCharsets.UTF_8));
        assertThat(Wire.logLine(value, "", 0)).isEqualTo(expected);
        assertThat(origin.id(start)).isEqualTo(expected.id());
        assertThat(envelope.time() / 1000.0).isEqualTo(time);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            line.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(500) == 0 ? line.toString().repeat(900) : line.toString();
    }

    @Test
    void timesAreSpelledAsTheOtherWriterSpellsThem() {
        JsonBytes json = new JsonBytes();
        long from = Instant.parse("1960-01-01T00:00:00Z").toEpochMilli();
        long to = Instant.parse("2300-01-01T00:00:00Z").toEpochMilli();
        for (int run = 0; run < 300_000; run++) {
            long step = random.nextInt(3) == 0 ? 1_000 : random.nextInt(3) == 0 ? 100_000_000 : 1;
            long millis = random.nextLong(from, to) / step * step;
            String spelled = new String(json.clear().seconds(millis).toBytes(), StandardCharsets.US_ASCII);
            assertThat(Double.parseDouble(spelled)).isEqualTo(millis / 1000.0);
            assertThat(spelled).isEqualTo(Double.toString(millis / 1000.0));
        }
    }

    @Test
    void whatThereIsToSayOfALineFollowsItsText() {
        LineEnvelope envelope = new LineEnvelope("t-1", "here");
        LineJoiner event = new LineJoiner();
        event.append("cut".getBytes(StandardCharsets.UTF_8), 0, 3);
        LineFlags flags = new LineFlags();
        flags.cut(10_000_001);
        flags.mended(2);
        flags.unterminated();
        byte[] value = envelope.line(event, flags, envelope.origin("/a.log", "1-2", 0), 0, 1_000);
        assertThat(new String(value, StandardCharsets.UTF_8))
                .endsWith(",\"truncated\":true,\"fullLength\":10000001,\"invalidBytes\":2,\"unterminated\":true}");
        assertThat(Wire.logLine(value, "", 0).line()).isEqualTo("cut");
    }
}
