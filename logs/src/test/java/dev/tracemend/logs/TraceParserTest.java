package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParserTest {

    /** Name of the log, number of exceptions, root cause, its first own frame (of the chain, if it has none). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            java-anonymous     | 1 | java.util.NoSuchElementException         | shop.Shop$1.run:35
            java-assert        | 1 | java.lang.AssertionError                 | shop.Shop.lambda$main$16:38
            java-bounds        | 1 | java.lang.ArrayIndexOutOfBoundsException | shop.Shop$Cart.at:9
            java-cast          | 1 | java.lang.ClassCastException             | shop.Shop.lambda$main$7:31
            java-chain         | 3 | java.lang.NullPointerException           | shop.Shop$Cart.first:8
            java-circular      | 2 | java.lang.Exception                      | shop.Shop.lambda$main$15:37
            java-clinit        | 2 | java.lang.IndexOutOfBoundsException      | shop.Shop$Bad.<clinit>:46
            java-cme           | 1 | java.util.ConcurrentModificationException | shop.Shop.lambda$main$6:30
            java-executor      | 2 | java.lang.NullPointerException           | shop.Shop$Cart.first:8
            java-immutable     | 1 | java.lang.UnsupportedOperationException  | shop.Shop.lambda$main$8:32
            java-lambda        | 1 | java.lang.NullPointerException           | shop.Shop$Cart.lambda$total$0:7
            java-npe-helpful   | 1 | java.lang.NullPointerException           | shop.Shop$Cart.first:8
            java-numberformat  | 1 | java.lang.NumberFormatException          | shop.Shop.deep:14
            java-proxy         | 2 | java.io.IOException                      | shop.Shop.lambda$main$13:36
            java-refused       | 1 | java.net.ConnectException                | shop.Shop.lambda$main$11:34
            java-stackoverflow | 1 | java.lang.StackOverflowError             | shop.Shop.rec:45
            java-suppressed    | 3 | java.lang.NullPointerException           | shop.Shop$Cart.first:8
            node-anon          | 1 | RangeError                               | .<anonymous>:8
            node-async         | 1 | TypeError                                | .name:3
            node-cause         | 2 | TypeError                                | .name:3
            node-custom        | 1 | NotFound                                 | Object.custom:10
            node-json          | 1 | SyntaxError                              | Object.json:7
            node-map           | 1 | TypeError                                | .name:3
            node-missing       | 1 | Error                                    | Object.missing:7
            node-mod           | 1 | Error                                    | Object.mod:8
            node-notfn         | 1 | TypeError                                | Object.notfn:7
            node-prop          | 1 | TypeError                                | .name:3
            node-refused       | 1 | Error                                    | -
            node-uncaught      | 1 | TypeError                                | .name:3
            node-unhandled     | 1 | TypeError                                | .name:3
            python-aio         | 1 | KeyError                                 | .inner:18
            python-ass         | 1 | AssertionError                           | .ass:22
            python-chained     | 2 | IndexError                               | .price:5
            python-during      | 2 | KeyError                                 | .price:5
            python-group       | 2 | ValueError                               | .group:20
            python-json        | 1 | json.decoder.JSONDecodeError             | .js:21
            python-key         | 1 | KeyError                                 | .price:5
            python-rec         | 1 | RecursionError                           | .rec:13
            python-syn         | 1 | SyntaxError                              | .:1
            python-uncaught    | 2 | IndexError                               | .price:5
            """)
    void findsTheRootCauseAndTheOwnFrameInEachRealTrace(String name, int exceptions, String type, String frame) {
        StackTrace trace = TraceParser.parse(Traces.read("traces/" + name));

        assertThat(trace.language().word()).isEqualTo(name.substring(0, name.indexOf('-')));
        assertThat(trace.chain()).hasSize(exceptions);
        assertThat(trace.root().type()).isEqualTo(type);
        assertThat(ownFrame(trace)).isEqualTo(frame);
    }

    private static String ownFrame(StackTrace trace) {
        for (int i = trace.chain().size() - 1; i >= 0; i--) {
            for (StackFrame frame : trace.chain().get(i).frames()) {
                if (frame.inApp()) {
                    return frame.className() + "." + frame.method() + ":" + frame.line();
                }
            }
        }
        return "-";
    }

    @Test
    void restoresTheFramesThatACauseLeavesOut() {
        StackTrace trace = TraceParser.parse(Traces.read("traces/java-chain"));

        assertThat(trace.chain().get(0).message()).isEqualTo("order 4711 failed\nfor customer jane");
        assertThat(trace.root().message()).startsWith("Cannot invoke \"shop.Shop$Item.name()\"");
        assertThat(trace.root().frames())
                .extracting(StackFrame::method)
                .containsExactly("first", "pay", "order", "lambda$main$1", "go", "main");
    }

    @Test
    void keepsSuppressedExceptionsOutOfTheChain() {
        StackTrace trace = TraceParser.parse(Traces.read("traces/java-suppressed"));

        assertThat(trace.chain())
                .extracting(ThrownException::simpleType)
                .containsExactly("Shop$OrderException", "IllegalStateException", "NullPointerException");
        assertThat(trace.chain().get(0).frames()).extracting(StackFrame::method).doesNotContain("close");
    }

    @Test
    void keepsCausesOfSuppressedExceptionsOutOfTheChain() {
        StackTrace trace = TraceParser.parse("""
                a.Outer: o
                \tat a.B.c(B.java:1)
                \tSuppressed: a.Inner: i
                \t\tat a.B.d(B.java:2)
                \tCaused by: a.Deep: d
                \t\tat a.B.e(B.java:3)
                Caused by: a.Root: r
                \tat a.B.f(B.java:4)
                \t... 1 more
                """);

        assertThat(trace.chain()).extracting(ThrownException::type).containsExactly("a.Outer", "a.Root");
        assertThat(trace.root().frames()).extracting(StackFrame::line).containsExactly(4, 1);
    }

    @Test
    void ordersPythonFramesInnermostFirstAndTheLastBlockOutermost() {
        StackTrace trace = TraceParser.parse(Traces.read("traces/python-chained"));

        assertThat(trace.chain()).extracting(ThrownException::type).containsExactly("OrderError", "IndexError");
        assertThat(trace.chain().get(0).message()).isEqualTo("order 4711\nis broken");
        assertThat(trace.root().frames()).extracting(StackFrame::method).containsExactly("price", "total", "chained");
    }

    @Test
    void readsModulesPackagingDataAndHiddenClasses() {
        StackTrace trace = TraceParser.parse("""
                java.lang.IllegalStateException: x
                \tat app//com.acme.Shop.run(Shop.java:12) ~[app.jar:1.0]
                \tat java.base@17.0.15/java.util.Optional.get(Optional.java:143)
                \tat app/com.acme@1.2/com.acme.Shop$$Lambda$14/0x0000000800c03000.apply(Unknown Source)
                \tat com.acme.Shop$$SpringCGLIB$$0.run(<generated>)
                \tat com.acme.Native.call(Native Method)
                \tat com.acme.Kotlin.call(Kotlin.kt:9) [classes/:?]
                """);

        assertThat(trace.root().frames())
                .containsExactly(
                        new StackFrame("com.acme.Shop", "run", "Shop.java", 12, true),
                        new StackFrame("java.util.Optional", "get", "Optional.java", 143, false),
                        new StackFrame("com.acme.Shop$$Lambda$14/0x0000000800c03000", "apply", "", 0, false),
                        new StackFrame("com.acme.Shop$$SpringCGLIB$$0", "run", "", 0, false),
                        new StackFrame("com.acme.Native", "call", "", 0, true),
                        new StackFrame("com.acme.Kotlin", "call", "Kotlin.kt", 9, true));
    }

    @Test
    void findsTheTypeBehindTheMessageOfTheLogLine() {
        StackTrace trace = TraceParser.parse(
                "10:00 ERROR Shop - order 7 failed: java.io.IOException: disk full\n\tat com.acme.Shop.run(Shop.java:12)");

        assertThat(trace.root().type()).isEqualTo("java.io.IOException");
        assertThat(trace.root().message()).isEqualTo("disk full");
    }

    @Test
    void readsATraceWithinAFieldOfAJsonLine() {
        StackTrace trace = TraceParser.parse(
                "{\"level\":\"ERROR\",\"message\":\"boom\",\"stack_trace\":\"java.io.IOException: disk full\\n\\tat com.acme.Shop.run(Shop.java:12)\\n\"}");
        StackTrace nested = TraceParser.parse(
                "{\"level\":50,\"msg\":\"boom\",\"err\":{\"type\":\"TypeError\",\"stack\":\"TypeError: x\\n    at f (/srv/a.js:1:2)\"}}");

        assertThat(trace.root().frames())
                .containsExactly(new StackFrame("com.acme.Shop", "run", "Shop.java", 12, true));
        assertThat(nested.root().frames()).containsExactly(new StackFrame("", "f", "/srv/a.js", 1, true));
    }

    @Test
    void readsAnExceptionWithoutFrames() {
        assertThat(TraceParser.parse("KeyError: 'user'").chain())
                .containsExactly(new ThrownException("KeyError", "'user'", List.of()));
        assertThat(TraceParser.parse("2026-11-21 10:00:00 ERROR s.Shop - boom\njava.lang.NullPointerException")
                        .root()
                        .type())
                .isEqualTo("java.lang.NullPointerException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-21 10:00:00 INFO s.Shop - started at shop (fast)",
                "ERROR: permission denied",
                "Exceptions: none",
                "we look at com.acme.Shop.run later",
                "Errors: 0"
            })
    void findsNoTraceInPlainLines(String line) {
        assertThat(TraceParser.parse(line).isEmpty()).isTrue();
    }

    @Test
    void takesNoThreadDumpForATrace() {
        String dump = "\"main\" #1 prio=5\n   java.lang.Thread.State: RUNNABLE\n\tat com.acme.Shop.run(Shop.java:12)\n";

        assertThat(TraceParser.parse(dump)).isEqualTo(StackTrace.NONE);
    }

    @Test
    void boundsChainsAndFramesButKeepsTheRoot() {
        StringBuilder text = new StringBuilder("a.Top: t\n\tat a.B.c(B.java:1)\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("Caused by: a.C").append(i).append(": x\n\tat a.B.d(B.java:2)\n\t... 900000 more\n");
        }

        StackTrace trace = TraceParser.parse(text.toString());

        assertThat(trace.chain()).hasSize(TraceParser.MOST_CAUSES);
        assertThat(trace.chain().get(0).type()).isEqualTo("a.Top");
        assertThat(trace.root().type()).isEqualTo("a.C9999");
        assertThat(trace.root().frames()).isNotEmpty();
    }
}
