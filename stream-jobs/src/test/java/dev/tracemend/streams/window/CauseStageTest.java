package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CauseStageTest {
    private static final String NPE = "ERROR checkout failed\n"
            + "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"\n"
            + "\tat shop.Cart.total(Cart.java:42)";

    @Test
    void aStormOfFiveHundredIsOneContext() {
        RawLines lines = new RawLines("app").line("a.log", 0, "INFO start");
        IntStream.range(0, 500).forEach(i -> lines.line("a.log", 1 + i * 0.02, NPE));
        lines.line("a.log", 11.1, "INFO on").tick("a.log", 13.2);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).hasSize(1);
        ErrorContext context = contexts.get(0);
        assertThat(context.count()).isEqualTo(500);
        assertThat(context.emission()).isZero();
        assertThat(context.ctx())
                .startsWith("INFO start", "ERROR checkout failed")
                .hasSize(4);
        assertThat(context.firstSeen()).isEqualTo(RawLines.NOON + 1);
        assertThat(context.lastSeen()).isEqualTo(RawLines.NOON + 10.98);
        assertThat(context.window().start()).isEqualTo(RawLines.NOON + 1);
        assertThat(context.samples()).hasSize(20).startsWith("t1:1-5:0:100");
        assertThat(context.truncated()).as("ids were left out").isTrue();
        assertThat(context.ts()).isEqualTo(RawLines.NOON + 13.2);
        assertThat(context.title()).contains("NullPointerException");
        assertThat(context.language()).isEqualTo("java");
    }

    @Test
    void theSampleEndsWithTheLinesAfterTheFirstError() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, "INFO before")
                .line("a.log", 0.1, NPE)
                .line("a.log", 0.2, "INFO after the first")
                .line("a.log", 0.3, NPE)
                .line("a.log", 0.4, "INFO after the second")
                .tick("a.log", 5);

        ErrorContext context = WindowFold.contexts(lines.records()).get(0);

        assertThat(context.count()).isEqualTo(2);
        assertThat(context.ctx())
                .containsExactly(
                        "INFO before",
                        "ERROR checkout failed",
                        "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"",
                        "\tat shop.Cart.total(Cart.java:42)",
                        "INFO after the first");
    }

    @Test
    void twoSourcesOfOneCauseShareAWindowUntilBothAreQuiet() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, NPE)
                .line("bb.log", 1, NPE)
                .tick("bb.log", 2)
                .tick("a.log", 2.5)
                .line("bb.log", 2.6, NPE);
        List<RawRecord> open = List.copyOf(lines.records());
        lines.tick("bb.log", 4.7);

        assertThat(WindowFold.contexts(open)).isEmpty();
        List<ErrorContext> contexts = WindowFold.contexts(lines.records());
        assertThat(contexts).hasSize(1);
        assertThat(contexts.get(0).count()).isEqualTo(3);
    }

    @Test
    void aLongStormIsEmittedEveryThirtySecondsWithTheNextOrdinal() {
        RawLines lines = new RawLines("app");
        IntStream.range(0, 70).forEach(i -> lines.line("a.log", i, NPE).line("a.log", i + 0.5, "INFO after " + i));
        lines.tick("a.log", 80);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).extracting(ErrorContext::emission).containsExactly(0, 1, 2);
        assertThat(contexts).extracting(ErrorContext::count).containsExactly(30L, 30L, 10L);
        assertThat(contexts).extracting(c -> c.window().start()).containsOnly(RawLines.NOON);
        assertThat(contexts)
                .extracting(ErrorContext::firstSeen)
                .containsExactly(RawLines.NOON, RawLines.NOON + 30, RawLines.NOON + 60);
        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
        assertThat(contexts.get(0).ctx()).endsWith("INFO after 0");
        assertThat(contexts.get(1).ctx()).endsWith("INFO after 30");
    }

    @Test
    void aSourceThatDiedHoldsAWindowNoLongerThanTheLongestTime() {
        RawLines lines = new RawLines("app")
                .line("dead.log", 0, NPE)
                .tick("dead.log", 1)
                .line("a.log", 10, NPE)
                .tick("a.log", 13)
                .line("a.log", 31, NPE)
                .tick("a.log", 40);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).extracting(ErrorContext::count).containsExactly(2L, 1L);
        assertThat(contexts).extracting(ErrorContext::emission).containsExactly(0, 1);
    }

    @Test
    void aSourceThatLagsNeverYieldsAnIdTwice() {
        RawLines lines = new RawLines("app")
                .line("a.log", 100, NPE)
                .tick("a.log", 103)
                .line("bb.log", 100, NPE)
                .tick("bb.log", 103)
                .line("ccc.log", 50, NPE)
                .tick("ccc.log", 53);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).hasSize(3);
        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
        assertThat(contexts).extracting(ErrorContext::emission).containsExactly(0, 1, 2);
    }

    @Test
    void theIdIsAFunctionOfTopicCauseStartAndOrdinal() {
        List<RawRecord> here =
                new RawLines("app").line("a.log", 0, NPE).tick("a.log", 3).records();
        List<RawRecord> there =
                new RawLines("other").line("a.log", 0, NPE).tick("a.log", 3).records();

        String id = WindowFold.contexts(here).get(0).id();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(WindowFold.contexts(here).get(0).id()).isEqualTo(id);
        assertThat(WindowFold.contexts(there).get(0).id()).isNotEqualTo(id);
    }

    @Test
    void aContextStaysWithinItsBounds() {
        String wide = "ä".repeat(1_900);
        RawLines lines = new RawLines("app");
        IntStream.range(0, 40).forEach(i -> lines.line("a.log", 0, "INFO " + wide));
        StringBuilder error = new StringBuilder("ERROR " + wide);
        IntStream.range(0, 300).forEach(i -> error.append("\n\tat shop.Cart.total(Cart.java:1) ")
                .append(wide));
        lines.line("a.log", 0, error.toString());
        IntStream.range(0, 40).forEach(i -> lines.line("a.log", 0, "INFO " + wide));
        lines.tick("a.log", 3);

        ErrorContext context = WindowFold.contexts(lines.records()).get(0);

        assertThat(context.truncated()).isTrue();
        assertThat(context.ctx().size()).isLessThanOrEqualTo(200);
        int bytes = context.ctx().stream()
                .mapToInt(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1)
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(64 * 1024);
    }
}
