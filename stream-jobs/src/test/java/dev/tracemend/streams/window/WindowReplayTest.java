package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However an engine cuts the input into batches, and however often it reads it, the contexts are the same to the byte. */
class WindowReplayTest {
    private static final List<String> ERRORS = List.of(
            "ERROR cart\njava.lang.NullPointerException: x\n\tat shop.Cart.total(Cart.java:1)",
            "ERROR price\njava.lang.NumberFormatException: y\n\tat shop.Price.of(Price.java:2)",
            "ERROR no connection to the database",
            "WARN odd\njava.lang.IllegalStateException: z\n\tat shop.Order.pay(Order.java:3)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anySplitOfTheInputGivesTheSameContexts(long seed) {
        Random random = new Random(seed);
        List<RawRecord> records = log(random, 1_500);
        List<String> expected = sorted(WindowFold.contexts(records));
        assertThat(expected).as("the log holds something").hasSizeGreaterThan(5);

        for (int split = 0; split < 5; split++) {
            WindowFold fold = new WindowFold(WindowRules.DEFAULT);
            List<ErrorContext> contexts = new ArrayList<>();
            for (int from = 0; from < records.size(); ) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(400));
                contexts.addAll(fold.batch(records.subList(from, to)));
                from = to;
            }
            assertThat(sorted(contexts)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void noIdComesTwiceAndEveryErrorIsCountedOnce(long seed) {
        List<RawRecord> records = log(new Random(seed), 3_000);
        List<ErrorContext> contexts = WindowFold.contexts(records);

        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
        long counted = contexts.stream().mapToLong(ErrorContext::count).sum();
        assertThat(counted).isEqualTo(errors(records));
    }

    /** Three sources with clocks of their own, late lines, repeats, foreign lines and bytes that are no text. */
    private static List<RawRecord> log(Random random, int size) {
        RawLines lines = new RawLines("app");
        double[] clocks = {0, 3, -20};
        String[] sources = {"a.log", "bb.log", "console"};
        for (int i = 0; i < size; i++) {
            int at = random.nextInt(3);
            clocks[at] += random.nextInt(100) == 0 ? 40 : random.nextInt(400) / 1000.0;
            double late = random.nextInt(20) == 0 ? random.nextInt(5) : 0;
            String text = random.nextInt(4) == 0 ? ERRORS.get(random.nextInt(ERRORS.size())) : "INFO step " + i;
            if (random.nextInt(50) == 0) {
                lines.bytes(sources[at], clocks[at], new byte[] {(byte) 0xC3, 0x28});
            } else if (random.nextInt(30) == 0) {
                lines.tick(sources[at], clocks[at]);
            } else if (at == 2) {
                text.lines().forEach(line -> lines.bare("console", clocks[at] - late, line));
            } else {
                lines.line(sources[at], clocks[at] - late, text);
            }
            if (random.nextInt(200) == 0) {
                lines.again(Math.max(0, lines.records().size() - 1));
            }
        }
        for (String source : sources) {
            lines.tick(source, 100_000);
        }
        return lines.records();
    }

    private static long errors(List<RawRecord> records) {
        AtomicLong errors = new AtomicLong();
        WindowPipeline pipeline = new WindowPipeline(WindowRules.DEFAULT, new StageTally(), c -> {}, l -> {})
                .watched((source, event, reading) -> errors.addAndGet(reading.isError() ? 1 : 0));
        records.forEach(pipeline::take);
        return errors.get();
    }

    private static List<String> sorted(List<ErrorContext> contexts) {
        return contexts.stream()
                .sorted(Comparator.comparing(ErrorContext::id))
                .map(context -> new String(Wire.write(context), StandardCharsets.UTF_8))
                .toList();
    }
}
