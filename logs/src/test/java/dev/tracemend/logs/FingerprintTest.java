package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void masksWhatARunTimeGenerates() {
        String plain = "a.E: x\n\tat a.B.run(B.java:1)\n\tat a.C.go(C.java:1)";

        assertThat(of("a.E: x\n\tat jdk.internal.reflect.GeneratedMethodAccessor41.invoke(Unknown Source)\n"
                        + "\tat a.B$$EnhancerBySpringCGLIB$$1a2b.run(<generated>)\n\tat a.B.run(B.java:9)\n"
                        + "\tat a.C$$FastClassBySpringCGLIB$$9f.go(<generated>)\n\tat a.C.go(C.java:7)"))
                .isEqualTo(of(plain));
        assertThat(of("a.E: x\n\tat a.B.run(B.java:1)\n\tat a.C$$Lambda$17/0x0000000800c8.go(Unknown Source)\n"
                        + "\tat a.C.go(C.java:3)"))
                .isEqualTo(of(plain));
    }

    @Test
    void followsTheRulesOfAGroupingFile() {
        EventReader reader = new EventReader(GroupingRules.of(List.of(
                "# one cause, however it shows",
                "type:*TimeoutException message:\"*gateway*\" -> gateway-down",
                "logger:c.a.Noise -> !ignore",
                "level:WARN message:\"*stock is negative*\" -> !error",
                "message:\"quota of * exceeded\" -> quota {{ logger }}")));
        String one = reader.read("java.net.SocketTimeoutException: gateway a\n\tat a.B.c(B.java:1)")
                .fingerprint();
        String two = reader.read("2026-11-21 10:00:00 ERROR c.a.X - java.util.concurrent.TimeoutException: gateway b")
                .fingerprint();

        assertThat(one).isEqualTo(two).hasSize(16);
        assertThat(reader.read("2026-11-21 10:00:00 ERROR c.a.Noise - it broke").isError())
                .isFalse();
        assertThat(reader.read("2026-11-21 10:00:00 WARN c.a.X - stock is negative: 7")
                        .isError())
                .isTrue();
        assertThat(reader.read("2026-11-21 10:00:00 ERROR c.a.X - quota of joe exceeded")
                        .fingerprint())
                .isEqualTo(reader.read("2026-11-21 10:00:00 ERROR c.a.X - quota of ann exceeded")
                        .fingerprint())
                .isNotEqualTo(reader.read("2026-11-21 10:00:00 ERROR c.a.Y - quota of ann exceeded")
                        .fingerprint());
    }

    @Test
    void saysWhichRuleCannotBeRead() {
        assertThatThrownBy(() -> GroupingRules.of(List.of("type:a -> b", "color:red -> c")))
                .hasMessageContaining("line 2")
                .hasMessageContaining("color");
        assertThatThrownBy(() -> GroupingRules.of(List.of("type:a"))).hasMessageContaining("->");
        assertThatThrownBy(() -> GroupingRules.of(List.of("message:\"a -> b"))).hasMessageContaining("quote");
    }

    @Test
    void explainsWhatWentIn() {
        String event = Traces.read("traces/java-chain");

        assertThat(Fingerprint.explain(TraceParser.parse(event), LineParser.parse(event)))
                .isEqualTo("""
                        version 2
                        type java.lang.NullPointerException
                        frame shop.Shop$Cart.first
                        frame shop.Shop.pay""");
    }

    /** A changed value here renames every cause that users know: raise {@link Fingerprint#VERSION} with it. */
    @Test
    void pinsVersionTwo() {
        assertThat(Fingerprint.VERSION).isEqualTo(2);
        assertThat(of(Traces.read("traces/java-chain"))).isEqualTo("PIN");
    }

    private static String of(String event) {
        return Fingerprint.of(TraceParser.parse(event), LineParser.parse(event));
    }
}
