package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.TestOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failing tests are called without JUnit's launcher only where that is sure to show the same. */
class LoneTestsIT {
    private static final String PLAIN = """
            package shop;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            import org.junit.jupiter.api.io.TempDir;
            class CartTest {
                private int made;
                @BeforeEach void make() { made = 5; }
                @AfterEach void leave() { made = 0; }
                @Test @DisplayName("five") void isFive() { assertEquals(5, made); }
                @Test void isSix() { assertEquals(6, Cart.more(made)); }
                // more
            }
            """;
    private static final String CART = "package shop; class Cart { static int more(int n) { return n; } }";
    private static final String MENDED = CART.replace("return n;", "return n + 1;");

    @TempDir
    private static Path dir;

    private static MemoryCompiler compiler;
    private static Minion minion;

    @BeforeAll
    static void open() {
        compiler = MemoryCompiler.create(SampleProject.jUnit()).orElseThrow();
        minion = new Minion(ChildCommand.java(128, dir), dir, List.of(Sandbox.NONE), () -> {});
    }

    @AfterAll
    static void close() {
        minion.close();
        compiler.close();
    }

    private static Map<String, byte[]> compiled(String cart, String test) {
        MemoryCompiler.Compiled all = compiler.compile(Map.of("Cart.java", cart, "CartTest.java", test), Map.of());
        assertThat(all.errors()).isEmpty();
        return all.classes();
    }

    private static Suite suite(String test) {
        List<String> libraries = ChildCommand.libraries(SampleProject.jUnit()).stream()
                .map(Path::toString)
                .toList();
        minion.load(new Job.Load(compiled(CART, test), libraries, List.of()));
        Suite suite = new Suite(minion, Duration.ofSeconds(30), List.of("shop.CartTest"));
        suite.runBefore();
        assertThat(suite.failedBefore()).as(suite.problem()).isNotEmpty();
        return suite;
    }

    @Test
    void plainOnesEndAsTheLauncherSays() {
        Suite suite = suite(PLAIN);
        Suite.Run alone = suite.tryFailing(Map.of()).orElseThrow();
        TestOutcome told = Suite.failure(suite.before(), "shop.CartTest.isSix").orElseThrow();
        assertThat(alone.outcomes()).extracting(TestOutcome::chain).containsExactly(told.chain());
        assertThat(alone.passed()).isEmpty();
    }

    @Test
    void oneThatAChangeTurnsPasses() {
        Suite suite = suite(PLAIN);
        Map<String, byte[]> changed = new HashMap<>(compiled(MENDED, PLAIN));
        changed.keySet().retainAll(List.of("shop.Cart"));
        assertThat(suite.tryFailing(changed).orElseThrow().passed()).containsExactly("shop.CartTest.isSix");
    }

    @Test
    void oneThatDoesNotEndIsStopped() {
        Suite suite = suite(PLAIN);
        String endless = CART.replace("return n;", "while (n > 0) { n = 5; } return n;");
        Map<String, byte[]> changed = new HashMap<>(compiled(endless, PLAIN));
        changed.keySet().retainAll(List.of("shop.Cart"));
        Suite.Run run = suite.tryFailing(changed).orElseThrow();
        assertThat(run.outcomes()).singleElement().satisfies(test -> assertThat(test.seen())
                .contains("does not end"));
    }

    /** Each of its steps takes longer than the one before: within its ticks it would go on for hours. */
    @Test
    void oneThatDoesMuchInFewStepsIsStoppedByTheProcessorsTime() {
        Suite suite = suite(PLAIN);
        String growing =
                CART.replace("return n;", "String all = \"\"; while (n > 0) { all += n; } return all.length();");
        Map<String, byte[]> changed = new HashMap<>(compiled(growing, PLAIN));
        changed.keySet().retainAll(List.of("shop.Cart"));
        int restarts = minion.restarts();
        Suite.Run alone = suite.tryFailing(changed).orElseThrow();
        Suite.Run launched = suite.runAfter(List.of("shop.CartTest"), changed);
        assertThat(alone.endless()).isTrue();
        assertThat(launched.endless()).isTrue();
        assertThat(launched.passed()).containsExactly("shop.CartTest.isFive");
        assertThat(minion.restarts()).as("the JVM goes on").isEqualTo(restarts);
    }

    @Test
    void oneOfJUnit4ThatMustEndInATimeIsCalledToo() {
        String four = """
                package shop;
                import static org.junit.Assert.assertEquals;
                import org.junit.*;
                public class CartTest {
                    private int made;
                    @Before public void make() { made = 5; }
                    @Test(timeout = 3000) public void isSix() { assertEquals(6, Cart.more(made)); }
                    // more
                }
                """;
        Suite suite = suite(four);
        Map<String, byte[]> changed = new HashMap<>(compiled(MENDED, four));
        changed.keySet().retainAll(List.of("shop.Cart"));
        assertThat(suite.tryFailing(changed).orElseThrow().passed()).containsExactly("shop.CartTest.isSix");
        String expecting = "@Test(expected = ArithmeticException.class) public void later() { Cart.more(made); }";
        assertThat(suite(four.replace("// more", expecting)).tryFailing(Map.of()))
                .as("what is expected is JUnit's to know")
                .isEmpty();
    }

    /** What has a say in how a test runs: then JUnit alone knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Disabled @Test void later() {}",
                "@Timeout(5) @Test void soon() {}",
                "@RepeatedTest(2) void twice() { assertEquals(6, made); }",
                "@BeforeAll static void once() {}",
                "@BeforeEach void again() { made = 5; }",
                "@TempDir java.nio.file.Path folder;",
                "@Nested class Inner { @Test void inside() { assertEquals(6, made); } }",
                "@Test void named(TestInfo info) { assertEquals(6, made); }",
            })
    void othersAreLeftToTheLauncher(String member) {
        assertThat(suite(PLAIN.replace("// more", member)).tryFailing(Map.of())).isEmpty();
    }

    @Test
    void oneThatFailsInAnotherWayByItselfIsLeftToTheLauncher() {
        String looks = """
                @Test void looks() {
                    boolean launched = StackWalker.getInstance().walk(all -> all.anyMatch(
                            frame -> frame.getClassName().startsWith("org.junit.platform")));
                    assertEquals(launched, 7);
                }
                """;
        assertThat(suite(PLAIN.replace("// more", looks)).tryFailing(Map.of())).isEmpty();
    }
}
