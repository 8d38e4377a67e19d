package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A megabyte of the worst takes a moment, for every reader of log text. */
class LinearTimeIT {
    private static final int MEGABYTE = 1 << 20;
    /** Generous: a quadratic loop over a megabyte takes minutes. */
    private static final long MOST_CPU_NANOS = 4_000_000_000L;

    static Stream<String> worst() {
        return Stream.of(
                        "a",
                        " ",
                        "1",
                        "(",
                        "[",
                        "[1",
                        "{\"a\":",
                        "{\"",
                        "\\",
                        "a.",
                        "a: ",
                        "]: ",
                        "a | ",
                        "at ",
                        "\tat a.b(",
                        "=",
                        "password=",
                        "token=***",
                        "token:",
                        "secret ",
                        "--token ",
                        "Authorization:",
                        "cookie:",
                        "bearer ",
                        "eyJaaaaa",
                        "eyJaaaaa.",
                        "://a:",
                        "://a:b",
                        "@",
                        "-----BEGIN PRIVATE KEY-----",
                        "-----BEGIN ",
                        "sk-aaaaaaaaaaaaaaaaaaaaaaaa",
                        "mysql -pa ",
                        "curl -u a:b ",
                        "--a",
                        "--pass",
                        "name=a",
                        "password is ",
                        "password for a",
                        "identified by '",
                        "password.",
                        "token: [",
                        "password=a,",
                        "password=a&b",
                        "password='",
                        "<password>",
                        "%3D",
                        "token%3D",
                        "cookie: a=",
                        "cookie:a=b;",
                        "Authorization: a ",
                        "xoxb-1",
                        "A",
                        "sk-a1",
                        "eyJaaaaaaaa..",
                        "[redacted:",
                        "[redacted:jwt]",
                        "password=[redacted:jwt]",
                        "-----BEGIN PRIVATE KEY-----\\n",
                        "4111 ",
                        "4111-1111-",
                        "1 ",
                        "'",
                        "\"x",
                        "<*>",
                        "level=e ",
                        "a=\"",
                        "Exception: ",
                        "A]: ",
                        " [x]: ",
                        "\u001b[",
                        "\u001b[1",
                        "Error [",
                        "Traceback (most recent call last):")
                .flatMap(piece -> Stream.of(piece, piece + "\n"))
                .filter(piece -> !piece.equals("1\n"));
    }

    @ParameterizedTest
    @MethodSource("worst")
    void takesLinearTime(String piece) {
        String event = piece.repeat(MEGABYTE / piece.length());

        assertThat(cpu(HostileInputTest::all, event)).isLessThan(MOST_CPU_NANOS);
        String field = "{\"level\":\"error\",\"msg\":\"" + event;
        assertThat(cpu(each -> TraceParser.parse(each + LineParser.parse(each).level()), field))
                .isLessThan(MOST_CPU_NANOS);
        assertThat(cpu(EventJoinerTest::join, event)).isLessThan(MOST_CPU_NANOS);
    }

    @Test
    void readsDeepAndLongTracesInLinearTime() {
        String causes = "a.E: x\n" + "\tat a.B.c(B.java:1)\n".repeat(20_000)
                + "Caused by: a.F: y\n\tat a.B.d(B.java:2)\n\t... 999999 more\n".repeat(12_000);
        String blocks = ("Traceback (most recent call last):\n  File \"x\", line 1, in y\nE: x\n\n").repeat(12_000);
        String group = "  + Exception Group Traceback (most recent call last):\n" + "  | x\n".repeat(100_000);
        String nodes = "E: x\n" + "    at f (/a.js:1:2)\n  [cause]: E: y\n".repeat(25_000);

        for (String event : List.of(causes, blocks, group, nodes)) {
            assertThat(cpu(HostileInputTest::all, event)).isLessThan(MOST_CPU_NANOS);
        }
    }

    private static long cpu(Consumer<String> work, String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.accept(text);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
}
