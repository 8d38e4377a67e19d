package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two joiners, one rule: whatever the lines, both make the same events and read the same times. */
class LineJoinerTest {
    private static final List<String> PIECES = List.of(
            "2026-11-21 10:00:00.123",
            "2026-11-21T10:00:01Z",
            "2026-11-21 10:00:00,5 ",
            "2026-11-21 10:00:00.1234567890",
            "2026-02-30 10:00:00 ",
            "2026/11/21 10:00:00 ",
            " +0100",
            " UTC",
            "+01:00",
            " - 12 lost",
            " -0800 ",
            " stderr F ",
            " \u001b[31m",
            "Nov 21 10:00:00 host app[1]: ",
            "Nov 21, 2026 10:00:00 AM shop.Shop main",
            "ERROR ",
            "SEVERE: x",
            "INFO it failed",
            "\tat ",
            "    at ",
            "at ",
            "java.base/java.util.Optional.get(Optional.java:143)",
            "a.B$$Lambda/0x1.c(B.java)",
            "a.B.c(B.java:1)",
            "a..(x)",
            ".x(y)",
            "new Foo (/srv/a.js:1:2)",
            "Caused by: ",
            "Suppressed: ",
            "a.b.FooException: gone",
            "... 3 more",
            "Traceback (most recent call last):",
            "  File \"/srv/x.py\", line 5, in f",
            "KeyError: 'x'",
            "-----BEGIN PRIVATE KEY-----",
            "MIIEvQ==",
            "{\"level\":\"error\",\"ts\":1795255200}",
            "level=error ts=2026-11-21T10:00:00Z",
            "=x level=info",
            " ",
            "\t",
            "}",
            "ü",
            "😀",
            "\r",
            "text");

    private final Random random = new Random(11);

    @Test
    void makesTheEventsOfTheOtherJoinerFromRealTraces() {
        List<String> lines = new ArrayList<>();
        EventJoinerTest.traces().forEach(name -> {
            lines.add("2026-11-21 10:00:00.000 WARN [main] shop.Shop - started");
            lines.addAll(Traces.read("traces/" + name).lines().toList());
        });
        lines.addAll(Traces.read("streams/java-stderr").lines().toList());

        compare(lines, 1_000, 262_144);
        for (int run = 0; run < 200; run++) {
            List<String> shuffled = new ArrayList<>();
            while (shuffled.size() < 200) {
                int at = random.nextInt(lines.size());
                shuffled.addAll(lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(8))));
            }
            compare(shuffled, 1 + random.nextInt(40), 1 + random.nextInt(4_000));
        }
    }

    @Test
    void makesTheEventsOfTheOtherJoinerFromRandomLines() {
        for (int run = 0; run < 400; run++) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                lines.add(line());
            }
            compare(lines, 1 + random.nextInt(30), 1 + random.nextInt(2_000));
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            line.append(random.nextInt(12) == 0 ? piece.substring(random.nextInt(piece.length())) : piece);
        }
        if (random.nextInt(300) == 0) {
            line.append(" x".repeat(3_000));
        }
        // A half of a pair is no text.
        return new String(line.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void compare(List<String> lines, int maxLines, int maxChars) {
        EventJoiner texts = new EventJoiner(maxLines, maxChars);
        LineJoiner bytes = new LineJoiner(maxLines, maxChars);
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String line : lines) {
            texts.add(line).ifPresent(expected::add);
            byte[] padded = ("  " + line + "  ").getBytes(StandardCharsets.UTF_8);
            if (bytes.isOpen() && !bytes.continues(padded, 2, padded.length - 2)) {
                actual.add(take(bytes));
            }
            bytes.append(padded, 2, padded.length - 2);
            assertThat(bytes.text().length()).isEqualTo(bytes.text().toString().length());
        }
        texts.flush().ifPresent(expected::add);
        actual.add(take(bytes));
        assertThat(actual).isEqualTo(expected);
    }

    private static String take(LineJoiner joiner) {
        String event = new String(joiner.bytes(), 0, joiner.length(), StandardCharsets.UTF_8);
        OptionalLong time = LineParser.parse(event).time();
        assertThat(joiner.time()).as(event).isEqualTo(time.orElse(LineJoiner.NO_TIME));
        joiner.clear();
        return event;
    }

    @Test
    void expectsMoreOfWhatTracesAndKeysFollow() {
        assertThat(List.of(
                        "2026-11-21 10:00:00 ERROR shop.Shop - gone",
                        "2026-11-21 10:00:00 INFO shop.Shop - retrying after failure",
                        "Traceback (most recent call last):",
                        "a.b.FooException: gone",
                        "-----BEGIN PRIVATE KEY-----",
                        "Nov 21, 2026 10:00:00 AM shop.Shop main",
                        "/srv/users.js:4"))
                .allMatch(line -> mayGrow(line), "may grow");
        assertThat(List.of("2026-11-21 10:00:00 INFO shop.Shop - started", "line 17", "{\"level\":\"info\"}"))
                .noneMatch(line -> mayGrow(line));
    }

    private static boolean mayGrow(String line) {
        LineJoiner joiner = new LineJoiner();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        joiner.append(bytes, 0, bytes.length);
        return joiner.mayGrow();
    }
}
