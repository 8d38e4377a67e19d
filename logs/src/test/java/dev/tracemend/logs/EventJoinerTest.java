package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJoinerTest {
    private static final String BEFORE = "2026-11-21 09:59:59.000 INFO [main] shop.Shop - started";
    private static final String AFTER = "2026-11-21 10:00:01.000 INFO [main] shop.Shop - next";

    static Stream<String> traces() {
        return Stream.of(
                        "anonymous assert bounds cast chain circular clinit cme executor immutable lambda npe-helpful"
                                + " proxy refused stackoverflow suppressed numberformat",
                        "anon async cause custom json map missing mod notfn prop refused uncaught unhandled",
                        "aio ass chained during group json key rec syn")
                .flatMap(names -> Stream.of(names.split(" "))
                        .map(name -> (names.startsWith("anonymous")
                                        ? "java-"
                                        : names.startsWith("anon ") ? "node-" : "python-")
                                + name));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void makesOneEventOfEachRealTrace(String name) {
        String trace = Traces.read("traces/" + name);

        assertThat(join(BEFORE + "\n" + trace + "\n" + AFTER)).containsExactly(BEFORE, trace, AFTER);
    }

    @Test
    void endsABareTracebackWithItsNameAsNothingTellsAMessageFromTheNextLine() {
        List<String> events = join(Traces.read("traces/python-uncaught"));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).startsWith("Traceback").endsWith("OrderError: order 4711");
    }

    @Test
    void joinsAMessageOfSeveralParagraphsWithItsFrames() {
        String trace = """
                2026-11-21 10:00:00.000 ERROR [main] mailer.App - cannot start
                io.micronaut.context.exceptions.DependencyInjectionException: Failed to inject value for parameter [from]

                Message: Failed to inject value for parameter [from]

                Message: Error resolving property value [${mailer.from}]. Property doesn't exist
                Path Taken:\u0020
                new @j.i.Singleton m.Sender(@Value String from)
                \\---> new @j.i.Singleton m.Sender([@Value String from])
                \tat io.micronaut.context.Resolution.missing(Resolution.java:9)
                \tat mailer.App.main(App.java:15)""";
        assertThat(join(BEFORE + "\n" + trace + "\n" + AFTER)).containsExactly(BEFORE, trace, AFTER);
        assertThat(TraceParser.parse(trace).root().message()).contains("${mailer.from}");
    }

    @Test
    void separatesTheTracesOfAStandardErrorStream() {
        List<String> events = join(Traces.read("streams/java-stderr"));

        assertThat(events.stream().filter(event -> !event.isBlank())).hasSize(3);
        assertThat(events).anyMatch(event -> event.startsWith("Nov 21, 2026") && event.contains("SEVERE: JUL says"));
        assertThat(events)
                .anyMatch(event -> event.startsWith("Exception in thread \"main\"") && event.endsWith("... 3 more"));
    }

    @Test
    void keepsLinesOfTheirOwnApart() {
        String log = BEFORE + "\nplain line\nKeyError: 'user'\njava.lang.NullPointerException: x\nOOMKilled\nINFO fine";

        assertThat(join(log)).hasSize(6);
    }

    @Test
    void leavesAnUncaughtTraceApartFromAQuietLineAboveIt() {
        String trace = "java.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)";

        assertThat(join(BEFORE + "\n" + trace)).containsExactly(BEFORE, trace);
        assertThat(join("2026-11-21 10:00:00 INFO s.Shop - retrying after failure\n" + trace))
                .hasSize(1);
        assertThat(join("2026-11-21 10:00:00 DEBUG s.Shop - closed\n" + trace)).hasSize(1);
    }

    @Test
    void joinsAKeyBlockBelowTheLinesOfAMessage() {
        String event = "java.lang.IllegalStateException: bad key:\n-----BEGIN RSA PRIVATE KEY-----\n"
                + "Proc-Type: 4,ENCRYPTED\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n".repeat(40)
                + "dGVzdA==\n-----END RSA PRIVATE KEY-----";

        assertThat(join(BEFORE + "\n" + event + "\n" + AFTER)).containsExactly(BEFORE, event, AFTER);
        assertThat(new Redactor().redact(event).text())
                .isEqualTo("java.lang.IllegalStateException: bad key:\n[redacted:private-key]");
    }

    @Test
    void joinsTheKeyBlockThatMustBeMaskedAsAWhole() {
        String key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n"
                + "dGVzdA==\n-----END PRIVATE KEY-----";

        assertThat(join(BEFORE + "\n" + key + "\n" + AFTER)).containsExactly(BEFORE, key, AFTER);
    }

    @Test
    void cutsEventsAtTheirBounds() {
        EventJoiner joiner = new EventJoiner(3, 1_000);
        String frames = "a.E: x" + "\n\tat a.B.c(B.java:1)".repeat(10);

        assertThat(join(joiner, frames))
                .allMatch(event -> event.lines().count() <= 3)
                .hasSize(4);
        assertThat(join(new EventJoiner(1_000, 60), frames)).allMatch(event -> event.length() <= 60);
    }

    @Test
    void isOpenWhileAnEventIsUnderWay() {
        EventJoiner joiner = new EventJoiner();

        assertThat(joiner.isOpen()).isFalse();
        assertThat(joiner.add("a")).isEmpty();
        assertThat(joiner.isOpen()).isTrue();
        assertThat(joiner.flush()).contains("a");
        assertThat(joiner.isOpen()).isFalse();
        assertThat(joiner.flush()).isEmpty();
    }

    @Test
    void pinsItsBounds() {
        assertThat(EventJoiner.MAX_LINES).isEqualTo(1_000);
        assertThat(EventJoiner.MAX_CHARS).isEqualTo(262_144);
    }

    @Test
    void losesNothingHoweverLinesMeet() {
        List<String> lines = new ArrayList<>(List.of("", " ", "}", "{\"level\":\"ERROR\"}", BEFORE, AFTER, "text"));
        traces().forEach(name ->
                lines.addAll(Traces.read("traces/" + name).lines().toList()));
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            EventJoiner joiner = new EventJoiner(1 + random.nextInt(30), 1 + random.nextInt(3_000));
            List<String> input = new ArrayList<>();
            List<String> output = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                String line = lines.get(random.nextInt(lines.size()));
                input.add(line);
                joiner.add(line).ifPresent(output::add);
                if (random.nextInt(20) == 0) {
                    joiner.flush().ifPresent(output::add);
                }
            }
            joiner.flush().ifPresent(output::add);
            assertThat(String.join("\n", output)).isEqualTo(String.join("\n", input));
        }
    }

    static List<String> join(String log) {
        return join(new EventJoiner(), log);
    }

    private static List<String> join(EventJoiner joiner, String log) {
        List<String> events = new ArrayList<>();
        log.lines().forEach(line -> joiner.add(line).ifPresent(events::add));
        joiner.flush().ifPresent(events::add);
        return events;
    }
}
