package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the judge lets pass and what it refuses. */
class JudgeIT extends CartUnderJudge {
    @Test
    void provesARightChangeAndNamesWhatTurned() throws IOException {
        open(nullPrice());
        assertThat(judge.baseline().testsPassed()).isEqualTo(1);
        Judgement right = tryLine("int cents = prices.getOrDefault(sku, 0);");
        assertThat(right.proved()).as(right.feedback()).isTrue();
        assertThat(right.steps())
                .extracting(LadderStep::name)
                .containsExactly("compile", "reproduce", "tests", "perturb");
        assertThat(right.failToPass()).containsExactly("shop.CartReproductionTest.totalDoesNotThrowNullPointer");
        assertThat(right.passToPass()).isEqualTo(1);
        assertThat(right.changedInputs()).isZero();
        assertThat(judge.baseline().reproducer()).contains("cart.total(\"MUG-7\", 3);");
    }

    @Test
    void refusesWhatDoesNotCompileAndSaysWhere() throws IOException {
        open(nullPrice());
        Judgement broken = tryLine("int cents = price.get(sku);");
        assertThat(broken.proved()).isFalse();
        assertThat(broken.feedback())
                .contains("src/main/java/shop/Cart.java:10:")
                .contains("price");
    }

    @Test
    void refusesWhatIsTooDeepForTheCompiler() throws IOException {
        open(nullPrice());
        Judgement deep = tryLine("int cents = " + "(".repeat(50_000) + "0" + ")".repeat(50_000) + ";");
        assertThat(deep.proved()).isFalse();
        assertThat(deep.feedback()).isNotBlank();
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
    }

    @Test
    void refusesAChangeThatLeavesTheFailure() throws IOException {
        open(nullPrice());
        Judgement same = tryLine("int cents = 0 + prices.get(sku);");
        assertThat(same.steps()).extracting(LadderStep::name).endsWith("reproduce");
        assertThat(same.feedback())
                .contains("still happens")
                .contains("Cart.java:10")
                .contains(".total(\"MUG-7\", 3)");
    }

    @Test
    void refusesAnotherFailureInItsPlace() throws IOException {
        open(nullPrice());
        Judgement other = tryLine("int cents = 1; if (!prices.containsKey(sku)) throw new IllegalStateException(sku);");
        assertThat(other.proved()).isFalse();
        assertThat(other.feedback()).contains("another one happens").contains("IllegalStateException");
    }

    @Test
    void refusesWhatBreaksATest() throws IOException {
        open(nullPrice());
        Judgement broken = tryLine("int cents = 0;");
        assertThat(broken.steps()).extracting(LadderStep::name).endsWith("tests");
        assertThat(broken.feedback()).contains("shop.CartTest.totals").contains("expected: <10> but was: <0>");
        assertThat(broken.feedback()).hasSizeLessThanOrEqualTo(2000);
    }

    @Test
    void refusesASwallowedException() throws IOException {
        open(nullPrice());
        Judgement swallowed =
                tryLine("int cents; try { cents = prices.get(sku); } catch (RuntimeException e) { cents = 0; }");
        assertThat(swallowed.proved()).isFalse();
        assertThat(swallowed.steps()).extracting(LadderStep::name).containsExactly("swallow");
    }

    @Test
    void refusesANewCrashOfWhatDidNotFail() throws IOException {
        open(nullPrice());
        Judgement crash = tryLine("int cents = prices.getOrDefault(sku, 0); if (quantity < 1) throw new"
                + " IllegalArgumentException(\"quantity\");");
        assertThat(crash.proved()).isFalse();
        assertThat(crash.steps()).extracting(LadderStep::name).endsWith("perturb");
    }

    @Test
    void countsInputsThatAnEarlyReturnChanges() throws IOException {
        open(nullPrice());
        Judgement early =
                tryLine("if (!prices.containsKey(\"A\")) { return 0; }\n" + "int cents = prices.getOrDefault(sku, 0);");
        assertThat(early.proved()).as(early.feedback()).isTrue();
        assertThat(early.changedInputs()).isPositive();
    }

    @Test
    void refusesToTouchTestsAndStrangeFiles() throws IOException {
        open(nullPrice());
        for (String path : List.of("src/test/java/shop/CartTest.java", "../outside/A.java", "pom.xml")) {
            Judgement refused = judge.judge(List.of(new TextEdit(path, 0, 1, "x")));
            assertThat(refused.proved()).isFalse();
            assertThat(refused.feedback()).contains(path);
        }
    }

    @Test
    void compilesDependantsWhenASignatureChanges() throws IOException {
        sample.source("shop.Desk", "package shop; class Desk { int ask(Cart c) { return c.total(\"A\", 1); } }");
        open(nullPrice());
        Judgement refused = judge.judge(
                sample.edit("shop.Cart", "int total(String sku, int quantity)", "int sum(String sku, int quantity)"));
        assertThat(refused.steps()).extracting(LadderStep::name).containsExactly("compile");
        assertThat(refused.feedback()).contains("Desk.java:1");
    }

    @Test
    void defaultsArePinned() {
        JudgeConfig config = JudgeConfig.in(dir);
        assertThat(config)
                .isEqualTo(new JudgeConfig(
                        Duration.ofSeconds(60),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(6),
                        256,
                        dir,
                        200,
                        20,
                        20_240_611L,
                        true));
    }
}
