package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.needs.Needed;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the judge lets pass and what it refuses, and that the code under test cannot harm it. */
class JudgeIT {
    private static final String CART = """
            package shop;
            import java.util.HashMap;
            import java.util.Map;
            public class Cart {
                private final Map<String, Integer> prices = new HashMap<>();
                public void put(String sku, int cents) {
                    prices.put(sku, cents);
                }
                public int total(String sku, int quantity) {
                    int cents = prices.get(sku); // fails
                    return cents * quantity;
                }
            }
            """;
    private static final String CART_TEST = """
            package shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.Test;
            class CartTest {
                @Test
                void totals() {
                    Cart cart = new Cart();
                    cart.put("A", 5);
                    assertEquals(10, cart.total("A", 2));
                }
            }
            """;
    private static final String LINE = "int cents = prices.get(sku);";

    @TempDir
    Path dir;

    private SampleProject sample;
    private Judge judge;

    @BeforeEach
    void start() throws IOException {
        sample = new SampleProject(Files.createDirectory(dir.resolve("project")));
        sample.source("shop.Cart", CART).test("shop.CartTest", CART_TEST);
    }

    @AfterEach
    void stop() {
        if (judge != null) {
            judge.close();
            assertThat(dir.resolve("scratch")).isEmptyDirectory();
        }
    }

    private Evidence nullPrice() throws IOException {
        return sample.failing(
                "java.lang.NullPointerException",
                "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                        + " \"java.util.Map.get(Object)\" is null",
                List.of("ERROR total of sku=MUG-7 quantity=3 failed"),
                "shop.Cart#total");
    }

    private Judge open(Evidence evidence) {
        judge = Judge.open(sample.project(), evidence, JudgeConfig.in(dir.resolve("scratch")));
        return judge;
    }

    private Judgement tryLine(String replacement) throws IOException {
        return judge.judge(sample.edit("shop.Cart", LINE, replacement));
    }

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
    void stopsAnEndlessLoopAndGoesOn() throws IOException {
        open(nullPrice());
        long started = System.nanoTime();
        Judgement endless = tryLine("while (!prices.containsKey(sku)) { quantity++; } int cents = 1;");
        assertThat(endless.proved()).isFalse();
        assertThat(endless.feedback()).contains("does not end").contains("shop.Cart.total");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        Judgement next = tryLine("int cents = prices.getOrDefault(sku, 0);");
        assertThat(next.proved()).as(next.feedback()).isTrue();
    }

    @Test
    void survivesCodeThatEndsTheJvm() throws IOException {
        open(nullPrice());
        Judgement exit = tryLine("if (!prices.containsKey(sku)) { System.exit(0); } int cents = 1;");
        assertThat(exit.proved()).isFalse();
        Judgement halt = tryLine("if (!prices.containsKey(sku)) { Runtime.getRuntime().halt(3); } int cents = 1;");
        assertThat(halt.proved()).isFalse();
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
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

    @Test
    void survivesHostileOutput() throws IOException {
        open(nullPrice());
        Judgement noisy = tryLine("for (int i = 0; i < 1000; i++) { System.out.println(\"noise \" + i);"
                + " System.err.println(i); } int cents = prices.getOrDefault(sku, 0);");
        assertThat(noisy.proved()).as(noisy.feedback()).isTrue();
        Judgement forging =
                tryLine("try (java.io.OutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out))"
                        + " { out.write(new byte[5000]); out.flush(); } finally { quantity = 2; }"
                        + " int cents = prices.getOrDefault(sku, 0);");
        assertThat(forging.proved()).isFalse();
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
    }

    @Test
    void deniesTheNetworkAndTheFilesAround() throws IOException {
        sample.source(
                "shop.Cart",
                CART.replace(LINE, "int cents = prices.get(sku + reach());").replace("public void put", """
                static String reach() {
                        try (java.net.Socket socket = new java.net.Socket()) {
                            socket.connect(new java.net.InetSocketAddress("127.0.0.1", %d), 500);
                            return "reached";
                        } catch (java.io.IOException denied) {
                            return "";
                        }
                    }
                    public void put"""));
        try (java.net.ServerSocket server = new java.net.ServerSocket(0)) {
            String text = Files.readString(dir.resolve("project/src/main/java/shop/Cart.java"));
            sample.source("shop.Cart", text.replace("%d", String.valueOf(server.getLocalPort())));
            sample.test("shop.CartTest", """
                    package shop;
                    import static org.junit.jupiter.api.Assertions.*;
                    import java.io.File;
                    import org.junit.jupiter.api.Test;
                    class CartTest {
                        @Test void network() { assertEquals("", Cart.reach()); }
                        @Test void files() throws Exception {
                            assertFalse(new File("%s").exists());
                            assertTrue(new File("mine.txt").createNewFile());
                        }
                        @Test void secrets() { assertNull(System.getenv("HOME")); }
                    }
                    """.formatted(Files.createFile(dir.resolve("secret.txt"))));
            open(nullPrice());
        }
        Needed.of(judge.baseline().sandbox().startsWith("bubblewrap"), "it needs a sandbox: install bubblewrap");
        assertThat(judge.baseline().testsFailed()).isEmpty();
        assertThat(judge.baseline().testsPassed()).isEqualTo(3);
    }

    @Test
    void judgesWithoutASandboxToo() throws IOException {
        JudgeConfig config = JudgeConfig.in(dir.resolve("scratch"));
        JudgeConfig open = new JudgeConfig(
                config.testLimit(),
                config.callLimit(),
                config.searchLimit(),
                config.heapMb(),
                config.scratchDir(),
                config.maxInputs(),
                config.maxReproductions(),
                config.seed(),
                false);
        judge = Judge.open(sample.project(), nullPrice(), open);
        assertThat(judge.baseline().sandbox()).isEqualTo("none");
        assertThat(tryLine("int cents = prices.getOrDefault(sku, 0);").proved()).isTrue();
    }

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
