package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.minion.Expr;
import dev.tracemend.agent.judge.minion.Scenario;
import dev.tracemend.agent.judge.minion.Scenario.Step;
import dev.tracemend.agent.judge.minion.Target;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A scenario as a test that a person would have written; whatever the log held stays inside its quotes. */
class TestSourceTest {
    private static final Target TARGET =
            new Target("java.lang.ArithmeticException", "/ by zero", "shop.Cart", "average", 7);

    private static Expr text(String text) {
        return new Expr.Literal("String", text);
    }

    @Test
    void readsLikeATest() {
        Scenario scenario = new Scenario(List.of(
                new Step(new Expr.Create("shop.stock.Depot", List.of(), List.of()), "shop.stock.Depot"),
                new Step(
                        new Expr.Create(
                                "shop.Cart",
                                List.of("shop.stock.Depot", "java.util.List"),
                                List.of(
                                        new Expr.Ref(0),
                                        new Expr.Many("java.util.ArrayList", "", List.of(text("a"), text("b"))))),
                        "shop.Cart"),
                new Step(new Expr.Call(new Expr.Ref(1), "shop.Cart", "clear", List.of(), List.of()), "void"),
                new Step(
                        new Expr.Call(
                                new Expr.Ref(1),
                                "shop.Cart",
                                "average",
                                List.of("java.util.function.Function"),
                                List.of(new Expr.Function(
                                        "java.util.function.Function", 1, new Expr.Literal("long", "2")))),
                        "int")));
        assertThat(TestSource.of(scenario, TARGET, Set.of(), TestStyle.JUPITER, false)
                        .text())
                .isEqualTo("""
                        package shop;

                        import java.util.ArrayList;
                        import java.util.List;
                        import org.junit.jupiter.api.Test;
                        import shop.stock.Depot;

                        class CartReproductionTest {
                            @Test
                            void averageDoesNotThrowArithmetic() throws Exception {
                                // As logged: java.lang.ArithmeticException: / by zero, in shop.Cart.average, line 7
                                Depot depot = new Depot();
                                Cart cart = new Cart(depot, new ArrayList<>(List.of("a", "b")));
                                cart.clear();
                                cart.average(arg0 -> 2L);
                            }
                        }
                        """);
    }

    @Test
    void takesAnotherNameWhereItsOwnIsTaken() {
        Scenario scenario =
                new Scenario(List.of(new Step(new Expr.StaticCall("shop.Cart", "sum", List.of(), List.of()), "int")));
        TestSource test =
                TestSource.of(scenario, TARGET, Set.of("shop.CartReproductionTest"), TestStyle.JUPITER, false);
        assertThat(test.className()).isEqualTo("shop.CartReproduction2Test");
    }

    @Test
    void hostileTextsCompileAndMeanThemselves() {
        Random random = new Random(3);
        String letters = "\\\"'u0a{}/*\n\r\t\0 é\u2028\uD83D;";
        try (MemoryCompiler compiler =
                MemoryCompiler.create(SampleProject.jUnit()).orElseThrow()) {
            for (int i = 0; i < 40; i++) {
                StringBuilder hostile = new StringBuilder(i == 0 ? "\\u0022); System.exit(1); //" : "");
                for (int n = random.nextInt(60); n > 0; n--) {
                    hostile.append(letters.charAt(random.nextInt(letters.length())));
                }
                Scenario scenario = new Scenario(List.of(new Step(
                        new Expr.StaticCall(
                                "shop.Cart",
                                "eat",
                                List.of("java.lang.String", "char"),
                                List.of(
                                        text(hostile.toString()),
                                        new Expr.Literal("char", hostile.isEmpty() ? "'" : hostile.substring(0, 1)))),
                        "void")));
                Target target = new Target("a.B", hostile.toString(), "shop.Cart", "eat", 1);
                TestSource test = TestSource.of(scenario, target, Set.of(), TestStyle.JUPITER, false);
                assertThat(compiler.compile(
                                        Map.of(
                                                "shop/Cart.java",
                                                "package shop; class Cart { static void eat(String s, char c) {} }",
                                                "shop/T.java",
                                                test.text()),
                                        Map.of())
                                .errors())
                        .as(test.text())
                        .isEmpty();
                assertThat(test.text().lines().filter(line -> line.contains("Cart.eat(")))
                        .hasSize(1);
            }
        }
    }
}
