package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java-chain",
                "java-lambda",
                "java-anonymous",
                "java-suppressed",
                "node-prop",
                "node-cause",
                "python-chained",
                "python-key"
            })
    void isTheSameAfterLinesNumbersAndLambdasMoved(String name) {
        String trace = Traces.read("traces/" + name);
        String edited = trace.replaceAll("(\\.java:)\\d+", "$1999")
                .replaceAll("(\\.js:)\\d+:\\d+", "$1999:1")
                .replaceAll("line \\d+", "line 999")
                .replaceAll("(lambda\\$\\w+\\$)\\d+", "$199")
                .replaceAll("4711", "815")
                .replace("2026-11-21", "2026-12-01");

        assertThat(edited).isNotEqualTo(trace);
        assertThat(of(edited)).isEqualTo(of(trace)).matches("[0-9a-f]{16}");
    }

    @Test
    void differsByTypeAndByPlace() {
        String trace = Traces.read("traces/java-chain");

        assertThat(of(trace)).isNotEqualTo(of(trace.replace("NullPointerException", "ArithmeticException")));
        assertThat(of(trace)).isNotEqualTo(of(trace.replace("Cart.first", "Cart.last")));
    }

    @Test
    void countsRecursionOnce() {
        String shallow = "a.E: x\n\tat a.B.rec(B.java:1)\n\tat a.B.main(B.java:2)";
        String deep = "a.E: x" + "\n\tat a.B.rec(B.java:1)".repeat(40) + "\n\tat a.B.main(B.java:2)";

        assertThat(of(deep)).isEqualTo(of(shallow));
    }

    @Test
    void seesThroughProxiesAndAnonymousClasses() {
        String plain = "a.E: x\n\tat a.B.run(B.java:1)\n\tat a.B$1.call(B.java:2)";
        String proxied =
                "a.E: x\n\tat a.B$$SpringCGLIB$$0.run(<generated>)\n\tat a.B.run(B.java:1)\n\tat a.B$2.call(B.java:2)";

        assertThat(of(proxied)).isEqualTo(of(plain));
    }

    @Test
    void takesLoggerAndTemplateWhereThereIsNoTrace() {
        String one = of("2026-11-21 10:00:00 ERROR [main] c.a.Shop - order 1 of 'jane' failed");
        String two = of("2026-11-22 10:00:00 ERROR [pool-7] c.a.Shop - order 22 of 'joe' failed");
        String other = of("2026-11-22 10:00:00 ERROR [main] c.a.Cart - order 22 of 'joe' failed");

        assertThat(one).isEqualTo(two).isNotEqualTo(other);
    }

    @Test
    void explainsWhatWentIn() {
        String event = Traces.read("traces/java-chain");

        assertThat(Fingerprint.explain(TraceParser.parse(event), LineParser.parse(event)))
                .isEqualTo("""
                        version 1
                        type java.lang.NullPointerException
                        frame shop.Shop$Cart.first
                        frame shop.Shop.pay
                        frame shop.Shop.order
                        frame shop.Shop.lambda$main
                        frame shop.Shop.go""");
    }

    /** A changed value here renames every cause that users know: raise {@link Fingerprint#VERSION} with it. */
    @Test
    void pinsVersionOne() {
        assertThat(Fingerprint.VERSION).isEqualTo(1);
        assertThat(of(Traces.read("traces/java-chain"))).isEqualTo("907b86868544d98e");
    }

    private static String of(String event) {
        return Fingerprint.of(TraceParser.parse(event), LineParser.parse(event));
    }
}
