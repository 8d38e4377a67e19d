package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates that mean harm, each followed by a good one that must be judged as if nothing had been. */
class HostileCandidateIT {
    private static final String LINE = "int cents = prices.get(sku); // fails";
    private static final String GOOD = "int cents = prices.getOrDefault(sku, 0);";
    private static final String CART = """
            package shop;

            import java.util.HashMap;
            import java.util.Map;

            public class Cart {
                static int used;
                private final Map<String, Integer> prices = new HashMap<>();

                public int total(String sku, int quantity) {
                    %s
                    return cents * quantity;
                }

                public void put(String sku, int cents) {
                    prices.put(sku, cents);
                }
            }
            """.formatted(LINE);
    private static final String CART_TEST = """
            package shop;

            import static org.junit.jupiter.api.Assertions.*;

            import java.io.File;
            import java.util.Locale;
            import org.junit.jupiter.api.Test;

            class CartTest {
                @Test
                void totals() {
                    Cart cart = new Cart();
                    cart.put("A", 5);
                    assertEquals(10, cart.total("A", 2));
                }

                @Test
                void isAlone() {
                    assertEquals(0, Cart.used);
                    assertNull(System.getProperty("shop.spoiled"));
                    assertNotEquals("tr", Locale.getDefault().getLanguage());
                    assertNotEquals("Pacific/Kiritimati", java.util.TimeZone.getDefault().getID());
                    assertEquals(0, new File(System.getProperty("java.io.tmpdir")).list().length);
                }
            }
            """;

    @TempDir
    private Path dir;

    private SampleProject sample;
    private Judge judge;

    @BeforeEach
    void open() throws IOException {
        sample = new SampleProject(Files.createDirectory(dir.resolve("project")));
        sample.source("shop.Cart", CART).test("shop.CartTest", CART_TEST);
        Evidence evidence = sample.failing(
                "java.lang.NullPointerException",
                "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                        + " \"java.util.Map.get(Object)\" is null",
                List.of(),
                "shop.Cart#total");
        judge = Judge.open(sample.project(), evidence, JudgeConfig.in(dir.resolve("scratch")));
        assertThat(judge.baseline().testsPassed()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        judge.close();
    }

    private Judgement tryLine(String code) throws IOException {
        return judge.judge(sample.edit("shop.Cart", LINE, code));
    }

    /** The hostile one is done with in bounded time, and the next is judged as ever. */
    private Judgement harmless(String code) throws IOException {
        long started = System.nanoTime();
        Judgement hostile = tryLine(code);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
        Judgement good = tryLine(GOOD);
        assertThat(good.proved()).as(good.feedback()).isTrue();
        return hostile;
    }

    @Test
    void oneThatLoops() throws IOException {
        Judgement loops = harmless("int cents = 1; while (true) { cents++; if (cents == 0) { break; } }");
        assertThat(loops.proved()).isFalse();
        assertThat(loops.feedback()).contains("does not end");
    }

    @Test
    void oneThatDoesMuchInFewSteps() throws IOException {
        Judgement grows = harmless("int cents = 1; String all = \"\"; while (cents > 0) { all += sku; }");
        assertThat(grows.proved()).isFalse();
        assertThat(grows.feedback()).contains("did not come back");
    }

    @Test
    void oneThatLoopsWithoutAStep() throws IOException {
        // The judge refuses a new catch; what is there already may swallow as much as it likes.
        Judgement loops = harmless("int cents = 1; for (;;) { if (cents == 0) { break; } }");
        assertThat(loops.proved()).isFalse();
    }

    @Test
    void oneThatRecurses() throws IOException {
        assertThat(harmless("int cents = total(sku + 1, quantity);").proved()).isFalse();
    }

    @Test
    void onesThatEndTheJvm() throws IOException {
        assertThat(harmless("int cents = 1; System.exit(0);").proved()).isFalse();
        assertThat(harmless("int cents = 1; Runtime.getRuntime().halt(0);").proved())
                .isFalse();
    }

    @Test
    void oneThatAllocatesWithoutEnd() throws IOException {
        assertThat(harmless("java.util.List<long[]> all = new java.util.ArrayList<>(); int cents = 1;"
                                + " while (cents > 0) { all.add(new long[1 << 20]); }")
                        .proved())
                .isFalse();
    }

    @Test
    void oneThatDeletesFiles() throws IOException {
        RequiredTool.check(judge.baseline().confined(), "it needs a sandbox: install bubblewrap");
        Path precious = Files.writeString(dir.resolve("precious.txt"), "x");
        harmless("int cents = 0; new java.io.File(\"" + precious + "\").delete(); new java.io.File(\""
                + dir.resolve("project/src/main/java/shop/Cart.java") + "\").delete();");
        assertThat(precious).exists();
        assertThat(dir.resolve("project/src/main/java/shop/Cart.java")).hasContent(CART);
    }

    @Test
    void oneThatLeavesFiles() throws IOException {
        harmless("int cents = 0; new java.io.File(\"left\").mkdir();");
    }

    @Test
    void oneThatOpensSockets() throws IOException {
        RequiredTool.check(judge.baseline().confined(), "it needs a sandbox: install bubblewrap");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            harmless("int cents = 0; java.net.URI.create(\"http://127.0.0.1:" + server.getLocalPort()
                    + "/\").hashCode();"
                    + " java.net.http.HttpClient.newHttpClient().sendAsync(java.net.http.HttpRequest.newBuilder("
                    + "java.net.URI.create(\"http://127.0.0.1:" + server.getLocalPort() + "/\")).build(),"
                    + " java.net.http.HttpResponse.BodyHandlers.discarding());");
            assertThat(accepts(server)).isFalse();
        }
    }

    private static boolean accepts(ServerSocket server) {
        try {
            server.accept().close();
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    @Test
    void oneThatStartsThreads() throws IOException {
        harmless("int cents = 0; for (int i = 0; i < 200; i++) { Thread other = new Thread(() -> {"
                + " while (true) { used++; } }); other.start(); }");
        harmless("int cents = 0; new java.util.Timer().schedule(new java.util.TimerTask() {"
                + " public void run() { System.exit(3); } }, 1, 1);");
    }

    @Test
    void oneThatChangesWhatAllShare() throws IOException {
        harmless("int cents = 0; used = 7; System.setProperty(\"shop.spoiled\", \"x\");"
                + " System.clearProperty(\"java.io.tmpdir\"); java.util.Locale.setDefault(new java.util.Locale(\"tr\"));"
                + " java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(\"Pacific/Kiritimati\"));"
                + " System.setOut(null); System.setErr(null); System.setIn(null);");
    }

    @Test
    void oneThatIsNestedWithoutEnd() throws IOException {
        Judgement deep = harmless("int cents = " + "(".repeat(20_000) + "0" + ")".repeat(20_000) + ";");
        assertThat(deep.proved()).isFalse();
        assertThat(deep.feedback()).hasSizeLessThan(2_001);
    }
}
