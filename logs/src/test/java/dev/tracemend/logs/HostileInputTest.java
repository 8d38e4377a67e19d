package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No input throws: log text is written by whoever can reach the service. */
class HostileInputTest {
    private static final Redactor REDACTOR = new Redactor();

    static void all(String event) {
        LineFacts facts = LineParser.parse(event);
        StackTrace trace = TraceParser.parse(event);
        assertThat(Fingerprint.of(trace, facts)).hasSize(16);
        assertThat(EventTitle.of(trace, facts)).isNotEmpty().hasSizeLessThanOrEqualTo(EventTitle.MAX_CHARS);
        ErrorDetector.why(facts, trace, event);
        MessageTemplate.of(event);
        REDACTOR.redact(event);
    }

    @Test
    void survivesRandomPieces() {
        List<String> pieces = new ArrayList<>(List.of(
                "2026-11-21",
                "T",
                "10:00:00",
                ".123",
                "Z",
                "+01:00",
                " ",
                "[",
                "]",
                "ERROR",
                "INFO",
                ":",
                "-",
                "---",
                "|",
                "{",
                "}",
                "\"",
                "\\",
                "\\u00",
                "level",
                "msg",
                "=",
                ",",
                "\n",
                "\t",
                "at ",
                "a.B.c",
                "(",
                "B.java",
                ":7)",
                "Caused by: ",
                "Suppressed: ",
                "... 3 more",
                "Traceback (most recent call last):",
                "  File \"x\", line 1, in y",
                "KeyError: 'x'",
                "    at f (/a.js:1:2)",
                "[cause]: ",
                "<34>",
                "Nov 21",
                "\u001b[31m",
                "\u202f",
                "\ud800",
                "E1121 ",
                "java.lang.Error",
                "  + Exception Group ",
                "  | ",
                "password",
                "://",
                "@",
                "eyJ",
                "9",
                "$$",
                "$1",
                "/",
                ""));
        Random random = new Random(42);
        for (int run = 0; run < 30_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(
                        random.nextInt(12) == 0
                                ? (char) random.nextInt(0x10000)
                                : pieces.get(random.nextInt(pieces.size())));
            }
            all(text.toString());
            EventJoinerTest.join(text.toString());
        }
    }

    @Test
    void survivesCutAndDamagedTraces() {
        List<String> traces = EventJoinerTest.traces()
                .map(name -> Traces.read("traces/" + name))
                .toList();
        Random random = new Random(43);
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder(traces.get(random.nextInt(traces.size())));
            for (int i = random.nextInt(6); i > 0; i--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, "\n :\"(){}[]$.x9".charAt(random.nextInt(14)));
            }
            all(text.substring(random.nextInt(text.length() / 2), text.length() - random.nextInt(text.length() / 2)));
        }
    }
}
