package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.minion.Pools;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values are picked from where they stand, and hostile text costs nothing. */
class CluesTest {
    private static Pools pools(String message, boolean careful, String... log) {
        StackFrame frame = new StackFrame("shop.A", "m", "A.java", 3, true);
        StackTrace trace = new StackTrace(
                Language.JAVA, List.of(new ThrownException("java.lang.RuntimeException", message, List.of(frame))));
        SourceFacts near = SourceFacts.of(
                "A.java", "class A { String s = \";\"; char c = '|'; int i = 42; String t = \"lamp\"; }");
        SourceFacts far = SourceFacts.of("B.java", "class B { String s = \"vase\"; }");
        Evidence evidence = new Evidence(trace, List.of(log), List.of(new Site("A.java", 3, frame)));
        return Clues.pools(evidence, Map.of("A.java", near, "B.java", far), careful);
    }

    @Test
    void messageLogAndSourcesAreKeptApart() {
        Pools pools = pools("unknown sku \"MUG-7\" in row 12", false, "2026-11-21 10:00:00 INFO country=NZ size 30");
        assertThat(pools.texts().get(0)).contains("MUG-7");
        assertThat(pools.numbers().get(0)).contains("12");
        assertThat(pools.texts().get(1)).contains("NZ");
        assertThat(pools.numbers().get(1)).contains("30").doesNotContain("2026", "10");
        assertThat(pools.texts().get(2)).contains("lamp");
        assertThat(pools.numbers().get(2)).contains("42");
        assertThat(pools.texts().get(3)).contains("vase");
        assertThat(pools.named()).containsEntry("country", List.of("NZ"));
        assertThat(pools.separators()).contains(";", "|");
    }

    @Test
    void quotedValuesKeepTheirBlanks() {
        assertThat(pools("For input string: \" 12\"", false).texts().get(0)).contains(" 12");
        assertThat(pools("", false, "import line=\"desk; 12\"").named()).containsEntry("line", List.of("desk; 12"));
    }

    @Test
    void theLastWordOfAnEnumMessageIsAValue() {
        assertThat(pools("No enum constant shop.Delivery.express", false)
                        .texts()
                        .toString())
                .contains("express");
    }

    @Test
    void withoutASandboxNoPathIsTried() {
        Pools pools = pools("cannot read \"/etc/shop.conf\" or \"..\"", true, "file=/var/data/x.csv");
        assertThat(pools.texts().toString() + pools.named()).doesNotContain("/", "..");
    }

    @Test
    void hostileTextIsBounded() {
        Random random = new Random(11);
        String letters = "ab1=:\"'`;,.-_ \\\n\t(){}[]%$é";
        for (int i = 0; i < 100; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(4000); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Pools pools = pools(text.toString(), false, text.toString(), "a".repeat(5000), "=\"".repeat(2000));
            for (List<String> group : new ArrayList<>(pools.texts())) {
                assertThat(group).hasSizeLessThanOrEqualTo(60).allMatch(value -> value.length() <= 200);
            }
        }
    }
}
