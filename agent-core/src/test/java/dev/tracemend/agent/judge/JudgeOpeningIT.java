package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the judge finds out about a project before any change, and what it does without. */
class JudgeOpeningIT extends CartUnderJudge {
    @Test
    void takesAFailingTestForAReproduction() throws IOException {
        sample.test("shop.CartTest", CART_TEST.replace("@Test", """
                @Test
                    void unknown() { assertEquals(0, new Cart().total("Z", 1)); }
                    @Test"""));
        open(nullPrice());
        assertThat(judge.baseline().testsFailed()).containsExactly("shop.CartTest.unknown");
        Judgement right = tryLine("int cents = prices.getOrDefault(sku, 0);");
        assertThat(right.failToPass()).contains("shop.CartTest.unknown");
        Judgement other = tryLine("int cents = prices.getOrDefault(sku, 7);");
        assertThat(other.proved()).isFalse();
        assertThat(other.feedback()).contains("still fail").contains("shop.CartTest.unknown");
    }

    @Test
    void withoutATraceTheFailingTestsAreTheFailure() throws IOException {
        sample.test("shop.CartTest", CART_TEST.replace("(10, ", "(11, "));
        open(new Evidence(StackTrace.NONE, List.of(), List.of()));
        assertThat(judge.baseline().reproduced()).isTrue();
        Judgement mended = judge.judge(sample.edit("shop.Cart", "cents * quantity", "cents * quantity + 1"));
        assertThat(mended.proved()).as(mended.feedback()).isTrue();
        assertThat(mended.failToPass()).containsExactly("shop.CartTest.totals");
    }

    @Test
    void aTestThatFailsIsNoReproductionOfAFailureElsewhere() throws IOException {
        sample.test("shop.CartTest", CART_TEST.replace("(10, ", "(11, "));
        StackFrame foreign = new StackFrame("other.Thing", "go", "Thing.java", 3, true);
        ThrownException thrown = new ThrownException("java.lang.IllegalStateException", "x", List.of(foreign));
        open(new Evidence(new StackTrace(Language.JAVA, List.of(thrown)), List.of(), List.of()));
        assertThat(judge.baseline().reproduced()).isFalse();
        assertThat(judge.baseline().problem()).contains("no frame of the trace");
    }

    @Test
    void testsOfOneNameInTwoPackagesAreTwoTests() throws IOException {
        sample.test(
                "other.CartTest",
                CART_TEST
                        .replace("package shop;", "package other; import shop.Cart;")
                        .replace("(10, ", "(0, ")
                        .replace("cart.total(", "0 * cart.total("));
        open(nullPrice());
        Judgement broken = tryLine("int cents = 0;");
        assertThat(broken.proved()).isFalse();
        assertThat(broken.feedback()).contains("shop.CartTest.totals");
    }

    @Test
    void saysWhyNothingCanBeProved() throws IOException {
        sample.source("shop.Cart", CART.replace("int cents = prices.get(sku);", "int cents = 1;"));
        sample.test("shop.CartTest", CART_TEST.replace("(10, ", "(2, "));
        open(nullPrice());
        assertThat(judge.baseline().problem()).contains("could not be made to happen");
        Judgement judgement = judge.judge(sample.edit("shop.Cart", "int cents = 1;", "int cents = 1 + 0;"));
        assertThat(judgement.proved()).isFalse();
        assertThat(judgement.steps()).extracting(LadderStep::name).endsWith("reproduce");
        assertThat(judgement.passToPass()).isEqualTo(1);
    }

    @Test
    void saysWhenTheProjectDoesNotCompile() throws IOException {
        sample.source("shop.Broken", "package shop; class Broken { int x = \"\"; }");
        open(nullPrice());
        assertThat(judge.baseline().compiles()).isFalse();
        assertThat(judge.baseline().problem()).contains("does not compile").contains("Broken.java:1");
        assertThat(judge.judge(List.of()).proved()).isFalse();
    }

    @Test
    void doesWithoutTestsThatDoNotCompile() throws IOException {
        sample.test("shop.BadTest", "package shop; class BadTest { Missing m; }");
        open(nullPrice());
        assertThat(judge.baseline().compiles()).isTrue();
        assertThat(judge.baseline().testsPassed()).isZero();
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
    }

    @Test
    void leavesOutTestsThatHangOrEndTheJvm() throws IOException {
        sample.test("shop.ExitTest", """
                package shop;
                import org.junit.jupiter.api.Test;
                class ExitTest { @Test void ends() { Runtime.getRuntime().halt(1); } }
                """);
        open(nullPrice());
        assertThat(judge.baseline().testsPassed()).isEqualTo(1);
        assertThat(judge.baseline().steps())
                .anySatisfy(step -> assertThat(step.detail()).contains("ExitTest"));
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
    }

    @Test
    void findsTheSameReproductionAgain() throws IOException {
        String first = open(nullPrice()).baseline().reproducer();
        judge.close();
        assertThat(open(nullPrice()).baseline().reproducer()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void searchesOnWhenAMethodEndsTheJvmOrHangs() throws IOException {
        sample.source("shop.Cart", CART.replace("public void put", """
                public void close() { System.exit(1); }
                    public void serve() { while (true) { prices.size(); } }
                    public void put"""));
        open(nullPrice());
        assertThat(judge.baseline().reproduced()).isTrue();
    }
}
