package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceFoldTest {
    private static final String NPE = "ERROR checkout failed\n"
            + "java.lang.NullPointerException: Cannot invoke \"Cart.total()\"\n"
            + "\tat shop.Cart.total(Cart.java:42)\n"
            + "\tat shop.Main.main(Main.java:7)";

    private SourceState state = SourceState.START;

    @Test
    void tellsAnErrorWithTheLinesBeforeIt() {
        RawLines lines = new RawLines("app");
        IntStream.range(0, 30).forEach(i -> lines.line("a.log", i * 0.01, "INFO step " + i));
        lines.line("a.log", 1, NPE).tick("a.log", 1);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(1);
        ErrorSeen error = (ErrorSeen) events.get(0);
        assertThat(error.before()).hasSize(20).startsWith("INFO step 10").endsWith("INFO step 29");
        assertThat(error.lines()).hasSize(4).endsWith("\tat shop.Main.main(Main.java:7)");
        assertThat(error.exceptions().get(0).type()).isEqualTo("java.lang.NullPointerException");
        assertThat(error.exceptions().get(0).frames().get(0).line()).isEqualTo(42);
        assertThat(error.lineId()).isEqualTo("t1:1-5:0:3000");
        assertThat(error.redactions()).isEqualTo(1);
        assertThat(error.truncated()).isFalse();
    }

    @Test
    void dropsLinesThatWereReadBefore() {
        RawLines lines = new RawLines("app").line("a.log", 0, "INFO one").line("a.log", 1, NPE);
        lines.again(0).line("a.log", "t1:1-5", 0, 999, 1.5, NPE).tick("a.log", 1.5);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(2);
        assertThat(((ErrorSeen) events.get(1)).brief()).as("one of a storm").isTrue();
        assertThat(state.before()).hasSize(9).startsWith("INFO one");
    }

    @Test
    void aTruncatedFileStartsAgainInItsNextGeneration() {
        RawLines lines = new RawLines("app")
                .line("a.log", "t1:1-5", 0, 500, 0, NPE)
                .line("a.log", "t1:1-5", 1, 0, 0.1, NPE)
                .line("a.log", "t1:1-5", 0, 900, 0.2, NPE)
                .line("a.log", "t1:1-6", 0, 0, 0.3, NPE)
                .tick("a.log", 0.3);

        assertThat(events(lines))
                .extracting(e -> ((ErrorSeen) e).lineId())
                .containsExactly("t1:1-5:0:500", "t1:1-5:1:0", "t1:1-6:0:0");
    }

    @Test
    void equalLinesWithoutAnIdAreTwoLines() {
        RawLines lines = new RawLines("app")
                .bare("s", 0, "ERROR a")
                .bare("s", 0, "ERROR a")
                .tick("s", 0);

        assertThat(events(lines)).hasSize(2);
    }

    @Test
    void joinsForeignLinesIntoAnEvent() {
        RawLines lines = new RawLines("app");
        NPE.lines().forEach(line -> lines.bare("s", 0, line));
        lines.bare("s", 0.1, "INFO on").tick("s", 0.1);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(1);
        assertThat(((ErrorSeen) events.get(0)).lines())
                .containsExactlyElementsOf(NPE.lines().toList());
        assertThat(events.get(0).fingerprint())
                .isEqualTo(events(new RawLines("app").line("b.log", 1, NPE).tick("b.log", 1))
                        .get(0)
                        .fingerprint());
    }

    @Test
    void secretsInForeignLinesGoNoFurther() {
        RawLines lines = new RawLines("app")
                .bare("s", 0, "INFO login password=hunter2secret")
                .bare("s", 0, "ERROR refused password=hunter3secret")
                .tick("s", 0.1);

        ErrorSeen error = (ErrorSeen) events(lines).get(0);

        assertThat(error.lines().toString() + error.before() + error.title()).doesNotContain("hunter");
        assertThat(error.redactions()).isEqualTo(1);
    }

    @Test
    void aTickEndsAForeignEventAndThenItsWindow() {
        RawLines lines =
                new RawLines("app").bare("s", 0, "ERROR a").tick("s", 1).tick("s", 2);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isInstanceOf(SourceQuiet.class);
        assertThat(events.get(1).time()).isEqualTo((long) (RawLines.NOON + 2) * 1000);
    }

    @Test
    void tellsWhatFollowedTheErrorWhenQuiet() {
        RawLines lines = new RawLines("app").line("a.log", 0, NPE);
        IntStream.range(0, 14).forEach(i -> lines.line("a.log", 0.1, "INFO after " + i));
        lines.tick("a.log", 2.5);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(2);
        assertThat(events.get(1).after()).hasSize(10).startsWith("INFO after 0").endsWith("INFO after 9");
    }

    @Test
    void ofLongLinesThatFollowedThoseAreToldThatFitHoweverOftenTheStateIsKept() {
        RawLines lines = new RawLines("app").line("a.log", 0, NPE);
        IntStream.range(0, 9).forEach(i -> lines.line("a.log", 0.1, "INFO " + i + "x".repeat(1_900)));
        lines.line("a.log", 0.1, "INFO short").tick("a.log", 2.5);

        List<CauseEvent> keptOften = events(lines);
        List<CauseEvent> keptOnce = events(lines, SourceState.START);

        assertThat(keptOften.get(1).after()).hasSize(6).noneMatch(line -> line.equals("INFO short"));
        assertThat(keptOnce).isEqualTo(keptOften);
    }

    @Test
    void theNextErrorEndsWhatFollowed() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, NPE)
                .line("a.log", 0.1, "INFO one")
                .line("a.log", 0.2, "ERROR other")
                .line("a.log", 0.3, "INFO two")
                .line("a.log", 0.4, NPE)
                .tick("a.log", 9);

        List<CauseEvent> events = events(lines);

        assertThat(events)
                .extracting(CauseEvent::after)
                .containsExactly(List.of(), List.of(), List.of("INFO one"), List.of("INFO two"), List.of());
    }

    @Test
    void linesOfOthersWithinATraceAreAroundItAndNotOfIt() {
        RawLines lines = new RawLines("app").line("a.log", 0, "INFO [t2] before");
        List<String> trace = NPE.lines().toList();
        lines.line("a.log", 1, "ERROR [t1] Cart - failed\n" + trace.get(1) + "\n" + trace.get(2));
        lines.line("a.log", 1, "INFO [t2] Stock - counted\n" + trace.get(3)).line("a.log", 1, "INFO [t2] Stock - on");
        lines.tick("a.log", 1).tick("a.log", 9);

        List<CauseEvent> events = events(lines);

        ErrorSeen error = (ErrorSeen) events.get(0);
        assertThat(error.lines()).containsExactly("ERROR [t1] Cart - failed", trace.get(1), trace.get(2), trace.get(3));
        assertThat(error.before()).containsExactly("INFO [t2] before");
        assertThat(events.get(1).after()).containsExactly("INFO [t2] Stock - counted", "INFO [t2] Stock - on");
    }

    @Test
    void anErrorAfterTheQuietTimeIsToldAfterTheQuiet() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, NPE)
                .line("a.log", 1.999, NPE)
                .line("a.log", 4, NPE)
                .tick("a.log", 4);

        assertThat(events(lines))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ErrorSeen", "ErrorSeen", "SourceQuiet", "ErrorSeen");
    }

    @Test
    void aLateErrorDoesNotTurnTimeBack() {
        RawLines lines = new RawLines("app")
                .line("a.log", 100, "INFO on")
                .line("a.log", 40, NPE)
                .tick("a.log", 101);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).time()).isEqualTo((long) (RawLines.NOON + 100) * 1000);
        assertThat(((ErrorSeen) events.get(0)).ts()).isEqualTo((long) (RawLines.NOON + 40) * 1000);
    }

    @Test
    void oneLineFromAnAbsurdFutureDoesNotStopTheClockForEver() {
        RawLines lines = new RawLines("app").line("a.log", 4e9, "ERROR from the future");
        IntStream.range(0, 4).forEach(i -> lines.line("a.log", 1, "INFO set apart " + i));
        lines.line("a.log", 1, NPE).tick("a.log", 3);

        List<CauseEvent> events = events(lines);

        assertThat(events).hasSize(4);
        assertThat(events.get(3)).isInstanceOf(SourceQuiet.class);
        assertThat(state.time()).isEqualTo((long) (RawLines.NOON + 3) * 1000);
    }

    @Test
    void aLineThatWasSentADayBeforeItWasWrittenHasItsRecordsTime() {
        RawRecord record = new RawLines("app").line("a.log", 4e9, NPE).records().get(0);
        long sent = (long) RawLines.NOON * 1000;
        RawRecord odd = new RawRecord(record.topic(), 0, 0, record.key(), record.value(), sent);

        assertThat(((RawReading.ReadLine) odd.read()).line().ts()).isEqualTo(RawLines.NOON);
    }

    @Test
    void stateStaysSmallWhateverASourceSends() {
        RawLines lines = new RawLines("app");
        String letters = "abcdefghijklmnopqrstuvwxyz";
        for (int i = 0; i < 300; i++) {
            String word = "" + letters.charAt(i % 26) + letters.charAt(i / 26);
            lines.line("a.log", "t1:1-" + i, 0, i, 0, "ERROR " + word + " " + "x".repeat(5_000));
            lines.bare("a.log", 0, "\t" + "\u0001".repeat(2_000_000 / 300));
        }

        List<CauseEvent> events = events(lines);

        assertThat(state.bytes().length).as("half of what one record holds").isLessThan(500_000);
        assertThat(state.recent()).hasSizeLessThanOrEqualTo(32);
        assertThat(state.files()).hasSize(16);
        long quiet = events.stream().filter(SourceQuiet.class::isInstance).count();
        assertThat(quiet).as("causes that were forgotten were closed").isGreaterThanOrEqualTo(200);
    }

    @Test
    void showsNoControlCharacters() {
        RawLines lines = new RawLines("app")
                .line("a.log", 0, "ERROR \u001b[31mred\u001b[0m\ttab \u0007bell")
                .tick("a.log", 0);

        assertThat(((ErrorSeen) events(lines).get(0)).lines()).containsExactly("ERROR red\ttab \uFFFDbell");
    }

    @Test
    void aLongEventKeepsItsBeginningAndItsEnd() {
        StringBuilder text = new StringBuilder(NPE);
        IntStream.range(0, 500).forEach(i -> text.append("\n\tat shop.Loop.run(Loop.java:" + i + ")"));
        text.append("\nCaused by: java.lang.IllegalStateException: root\n\tat shop.Root.go(Root.java:1)");

        ErrorSeen error = (ErrorSeen)
                events(new RawLines("app").line("a.log", 0, text.toString()).tick("a.log", 0))
                        .get(0);

        assertThat(error.truncated()).isTrue();
        assertThat(error.lines()).hasSize(120).contains("\t... 387 lines left out");
        assertThat(error.lines()).endsWith("\tat shop.Root.go(Root.java:1)");
        assertThat(error.exceptions().get(1).message()).isEqualTo("root");
    }

    /** What there is to tell; the state goes through bytes after each record. */
    private List<CauseEvent> events(RawLines lines) {
        EventJudge judge = new EventJudge(WindowRules.DEFAULT, new MemoryParts(), EventWatcher.NONE);
        List<CauseEvent> events = new ArrayList<>();
        for (RawRecord record : lines.records()) {
            LogLine line = ((RawReading.ReadLine) record.read()).line();
            SourceFold fold = new SourceFold(WindowRules.DEFAULT, record.shortTopic(), line.source(), state, judge);
            fold.take(line);
            fold.drain(events::add);
            judge.save();
            state = SourceState.of(fold.state().bytes());
        }
        return events;
    }

    /** The same in one go from a state on. */
    private static List<CauseEvent> events(RawLines lines, SourceState from) {
        EventJudge judge = new EventJudge(WindowRules.DEFAULT, new MemoryParts(), EventWatcher.NONE);
        SourceFold fold = new SourceFold(WindowRules.DEFAULT, "app", "a.log", from, judge);
        List<CauseEvent> events = new ArrayList<>();
        for (RawRecord record : lines.records()) {
            fold.take(((RawReading.ReadLine) record.read()).line());
            fold.drain(events::add);
        }
        return events;
    }
}
