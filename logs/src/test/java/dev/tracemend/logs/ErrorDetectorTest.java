package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorDetectorTest {
    private static final String TRACE = "\njava.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 10:00:00 ERROR [main] c.a.Shop - order failed",
                "CRITICAL disk is full",
                "2026-11-21T10:00:00.000Z\terror\tshop/cart.go:12\tno such item",
                "2026-11-21T10:00:00.000Z error: no such item",
                "2026-11-21 10:00:00 host shop ERROR no such item",
                "KeyError: 'user'",
                "java.lang.NullPointerException: x",
                "OOMKilled",
                "2026-11-21T10:00:00Z container shop terminated: OOMKilled",
                "panic: runtime error: index out of range [3] with length 3",
                "Traceback (most recent call last):",
                "shop[17]: segfault at 0 ip 00007f rsp 00007f error 4 in shop",
                "Segmentation fault (core dumped)",
                "{\"level\":\"error\",\"msg\":\"failed\"}",
                "Error: connect ECONNREFUSED 127.0.0.1:1",
                "2026-11-21 10:00:00 WARN c.a.Shop - failed" + TRACE,
                "it broke" + TRACE,
            })
    void isAnError(String event) {
        assertThat(why(event)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO 0 errors, failed=0",
                "2026-11-21 10:00:00 INFO [main] c.a.Shop - error rate 0.0, failures: 0",
                "2026-11-21 10:00:00 WARN [main] c.a.Shop - request failed, error 17, retrying",
                "2026-11-21 10:00:00 INFO c.a.Shop - failed" + TRACE,
                "2026-11-21 10:00:00 DEBUG c.a.Shop - failed" + TRACE,
                "the error page was shown",
                "2026-11-21 10:00:00 the page shows error on load",
                "2026-11-21 10:00:00 finished without error",
                "2026-11-21 10:00:00 error rate is 0",
                "2026-11-21 10:00:00 Error rate is 0",
                "2026-11-21 10:00:00 a b c d e ERROR f",
                "hello from backend",
                "127.0.0.1 - - [21/Nov/2026:10:00:00 +0000] \"GET /errors HTTP/1.1\" 200 17",
                "{\"level\":\"info\",\"msg\":\"exception handler ready\"}",
                "",
            })
    void isNoError(String event) {
        assertThat(why(event)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java-npe-helpful",
                "java-numberformat",
                "node-refused",
                "node-uncaught",
                "python-uncaught",
                "python-group",
                "node-async",
                "java-bounds"
            })
    void seesEachRealTrace(String name) {
        assertThat(why(Traces.read("traces/" + name))).isNotEmpty();
    }

    @Test
    void saysWhy() {
        assertThat(why("ERROR it broke")).isEqualTo("level ERROR");
        assertThat(why("KeyError: 'user'")).isEqualTo("a stack trace of KeyError");
        assertThat(why("2026-11-21 10:00:00 WARN pod was OOMKilled"))
                .isEqualTo("the words \"OOMKilled\" at level WARN");
    }

    private static String why(String event) {
        LineFacts facts = LineParser.parse(event);
        StackTrace trace = TraceParser.parse(event);
        String why = ErrorDetector.why(facts, trace, event);
        assertThat(ErrorDetector.isError(facts, trace, event)).isEqualTo(!why.isEmpty());
        return why;
    }
}
