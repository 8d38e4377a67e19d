package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens where input has no end: sources that die, causes and sources without number, lines that are late. */
class BoundedStateTest {
    private static final String NPE = "ERROR checkout failed\n"
            + "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"\n"
            + "\tat shop.Cart.total(Cart.java:42)";

    @Test
    void aSourceThatDiedIsClosedByTheOthersOfItsPartition() {
        RawLines lines = new RawLines("app").line("dead.log", 0, NPE);
        IntStream.range(1, 40).forEach(i -> lines.line("alive.log", i, "INFO on " + i));

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).extracting(ErrorContext::count).containsExactly(1L);
    }

    @Test
    void aTickWithoutASourceClosesWhatIsOpenInItsPartitionAndTheNextErrorOpensAnotherWindow() {
        RawLines lines = new RawLines("app").line("a.log", 0, NPE).bare("console", 1, "ERROR no connection");
        lines.bytes("", 2, Wire.write(new LogLine(1, "", LogLine.Kind.TICK, "", 5, "", "", "", 0, false, 0)));
        lines.line("a.log", 9, NPE).tick("a.log", 20);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records());

        assertThat(contexts).hasSize(3);
        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
        assertThat(contexts).extracting(ErrorContext::isNew).containsExactlyInAnyOrder(true, true, false);
        assertThat(contexts.get(2).hosts()).containsExactly("host");
    }

    @Test
    void linesLaterThanAllowedAreSetApartAndCounted() {
        RawLines lines = new RawLines("app")
                .line("a.log", 4_000, "INFO now")
                .line("a.log", 0, NPE)
                .line("a.log", 3_700, NPE)
                .tick("a.log", 4_010);
        WindowFold fold = new WindowFold(WindowRules.DEFAULT);

        List<ErrorContext> contexts = fold.batch(lines.records());

        assertThat(contexts).extracting(ErrorContext::count).containsExactly(1L);
        assertThat(contexts.get(0).firstSeen()).isEqualTo(RawLines.NOON + 3_700);
        assertThat(fold.letters()).extracting(DeadLetter::offset).containsExactly(1L);
        assertThat(fold.letters().get(0).reason()).contains("4000 s older", "at most 600 s", "--watermark");
        assertThat(fold.tally().lates()).isEqualTo(1);
    }

    @Test
    void aNewCauseIsToldAtOnceAndAtTenAHundredAndAThousandWhereThatIsAskedFor() {
        WindowRules d = WindowRules.DEFAULT;
        WindowRules first = new WindowRules(
                d.quiet(),
                Duration.ofHours(1),
                d.linesBefore(),
                d.linesAfter(),
                d.lateness(),
                WindowRules.Emit.first,
                d.grouping());
        RawLines lines = new RawLines("app");
        IntStream.range(0, 1_500).forEach(i -> lines.line("a.log", i * 0.001, NPE));
        lines.tick("a.log", 60).line("a.log", 100, NPE).tick("a.log", 200);

        List<ErrorContext> contexts = WindowFold.contexts(lines.records(), first);

        assertThat(contexts).extracting(ErrorContext::count).containsExactly(1L, 9L, 90L, 900L, 500L, 1L);
        assertThat(contexts).extracting(ErrorContext::emission).containsExactly(0, 1, 2, 3, 4, 0);
        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
        assertThat(contexts).extracting(ErrorContext::isNew).containsExactly(true, false, false, false, false, false);
    }

    @Test
    void causesAndSourcesWithoutNumberLeaveABoundedState() {
        StageTally tally = new StageTally();
        List<ErrorContext> contexts = new ArrayList<>();
        WindowPipeline pipeline = new WindowPipeline(WindowRules.DEFAULT, tally, contexts::add, letter -> {});
        long half = 0;
        for (int i = 0; i < 30_000; i++) {
            pipeline.take(junk(i));
            if (i % 1_000 == 999) {
                pipeline.save();
            }
            half = i == 14_999 ? pipeline.stateBytes() : half;
        }

        assertThat(pipeline.stateBytes()).isLessThan((long) (half * 1.1));
        assertThat(contexts).hasSizeGreaterThan(25_000);
        assertThat(contexts).extracting(ErrorContext::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsForgottenIsForgottenInEverySplitAlike() {
        List<RawRecord> records =
                IntStream.range(0, 6_000).mapToObj(BoundedStateTest::junk).toList();
        WindowFold whole = new WindowFold(WindowRules.DEFAULT);
        List<ErrorContext> expected = whole.batch(records);

        WindowFold parts = new WindowFold(WindowRules.DEFAULT);
        List<ErrorContext> found = new ArrayList<>();
        for (int from = 0; from < records.size(); from += 1_234) {
            found.addAll(parts.batch(records.subList(from, Math.min(records.size(), from + 1_234))));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static RawRecord junk(int i) {
        String source = "pod-" + i / 3 + ".log";
        String word = "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676 % 26)
                + (char) ('a' + i / 17_576);
        RawLines line = new RawLines("app")
                .line(source, "t1:1-" + i / 3, 0, i, i * 0.01, "ERROR " + word + " junk " + word + " is broken");
        RawRecord r = line.records().get(0);
        return new RawRecord(r.topic(), 0, i, r.key(), r.value(), r.millis());
    }
}
