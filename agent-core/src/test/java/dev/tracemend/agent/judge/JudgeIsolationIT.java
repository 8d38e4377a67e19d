package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The code under test cannot harm the judge, nor what is judged after it. */
class JudgeIsolationIT extends CartUnderJudge {
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
        RequiredTool.check(
                judge.baseline().sandbox().startsWith("bubblewrap"), "it needs a sandbox: install bubblewrap");
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
}
