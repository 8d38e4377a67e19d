package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocatorTest {
    @TempDir
    private Path folder;

    private Path root;
    private Project project;

    @BeforeEach
    void checkout() throws IOException {
        root = Files.createDirectories(folder.resolve("checkout")).toRealPath();
        file("src/main/java/shop/Cart.java");
        file("src/main/java/shop/web/Server.java");
        file("src/test/java/shop/CartTest.java");
        file("app/reports/daily.py");
        file("lib/users.js");
        file("node_modules/express/lib/router.js");
        project = new Project(
                root, List.of(root.resolve("src/main/java")), List.of(root.resolve("src/test/java")), List.of());
    }

    private void file(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), "1\n2\n3\n");
    }

    private static StackTrace java(ThrownException... chain) {
        return new StackTrace(Language.JAVA, List.of(chain));
    }

    private static ThrownException thrown(StackFrame... frames) {
        return new ThrownException("java.lang.RuntimeException", "", List.of(frames));
    }

    private static StackFrame frame(String className, String file, int line) {
        return new StackFrame(className, "m", file, line, true);
    }

    private List<String> places(StackTrace trace) {
        return Locator.locate(trace, project).stream()
                .map(site -> site.path() + ":" + site.line())
                .toList();
    }

    @Test
    void rootCauseComesFirstAndItsInnermostFrameBeforeAll() {
        StackTrace trace = java(
                thrown(frame("shop.web.Server", "Server.java", 30)),
                thrown(
                        frame("java.util.ArrayList", "ArrayList.java", 100),
                        frame("shop.Cart", "Cart.java", 2),
                        frame("shop.web.Server", "Server.java", 20)));
        assertThat(places(trace))
                .containsExactly(
                        "src/main/java/shop/Cart.java:2",
                        "src/main/java/shop/web/Server.java:20",
                        "src/main/java/shop/web/Server.java:30");
    }

    @Test
    void nestedClassesLambdasAndModulesBelongToTheirFile() {
        assertThat(places(java(thrown(
                        frame("app//shop.Cart$Item", "Cart.java", 1),
                        frame("shop.Cart$$Lambda$14", "Cart.java", 2),
                        frame("shop.Cart$1", "", 3)))))
                .containsExactly(
                        "src/main/java/shop/Cart.java:1",
                        "src/main/java/shop/Cart.java:2",
                        "src/main/java/shop/Cart.java:3");
    }

    @Test
    void recursionIsOnePlace() {
        assertThat(places(java(thrown(frame("shop.Cart", "Cart.java", 2), frame("shop.Cart", "Cart.java", 2)))))
                .hasSize(1);
    }

    @Test
    void testsAndOtherLanguagesOfTheJvmAreLeftOut() {
        assertThat(places(java(thrown(
                        frame("shop.CartTest", "CartTest.java", 1),
                        frame("shop.CartKt", "Cart.kt", 1),
                        frame("shop.Cart", "Unknown Source", 0)))))
                .isEmpty();
    }

    @Test
    void generatedValueOfOfAnEnumIsNoPlace() {
        StackFrame made = new StackFrame("shop.Cart", "valueOf", "Cart.java", 1, true);
        assertThat(places(java(thrown(frame("java.lang.Enum", "Enum.java", 240), made))))
                .isEmpty();
    }

    @Test
    void nothingOutsideTheCheckoutIsFound() throws IOException {
        Path secret = Files.writeString(folder.resolve("Secret.java"), "class Secret {}");
        Files.createSymbolicLink(root.resolve("src/main/java/shop/Secret.java"), secret);
        assertThat(places(java(thrown(
                        frame("shop.Secret", "Secret.java", 1),
                        frame("shop.Cart", "../../../../../Secret.java", 1),
                        frame("../../Secret", "Secret.java", 1),
                        frame("..", "Secret.java", 1),
                        frame("shop\0.Cart", "Cart.java", 1)))))
                .isEmpty();
    }

    @Test
    void scriptsAreFoundByTheEndOfTheirPath() {
        StackTrace python = new StackTrace(
                Language.PYTHON,
                List.of(thrown(
                        frame("", "/srv/app/reports/daily.py", 2),
                        new StackFrame("", "get", "/usr/lib/python3/site-packages/app/reports/daily.py", 9, false))));
        assertThat(places(python)).containsExactly("app/reports/daily.py:2");
        StackTrace node = new StackTrace(
                Language.NODE,
                List.of(thrown(
                        frame("", "file:///opt/service/lib/users.js", 3),
                        frame("", "/opt/service/node_modules/express/lib/router.js", 1))));
        assertThat(places(node)).containsExactly("lib/users.js:3");
    }

    @Test
    void anyFramesGiveAnAnswer() {
        Random random = new Random(7);
        String alphabet = "shop.Cart$/\\:\0 \u00e4*?[]{}..";
        for (int i = 0; i < 500; i++) {
            List<StackFrame> frames = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                frames.add(frame(text(random, alphabet), text(random, alphabet), random.nextInt(9) - 2));
            }
            StackTrace trace = new StackTrace(
                    Language.values()[random.nextInt(Language.values().length)],
                    List.of(thrown(frames.toArray(StackFrame[]::new))));
            assertThat(Locator.locate(trace, project))
                    .allSatisfy(site ->
                            assertThat(root.resolve(site.path()).toRealPath()).startsWith(root));
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
