package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables in {@code layouts/}: lines of many layouts, verdicts, traces of the languages that have no file of their own. */
class LayoutsTest {

    @Test
    void readsLevelLoggerAndMessageOfEachLayout() {
        for (String row : rows("lines.txt")) {
            String[] want = row.split(" ¦ ?", -1);
            LineFacts facts = LineParser.parse(want[0]);
            assertThat(facts.level().name()).as(want[0]).isEqualTo(want[1]);
            if (!want[2].isBlank()) {
                assertThat(facts.logger()).as(want[0]).isEqualTo(want[2].strip());
            }
            if (!want[3].isBlank()) {
                assertThat(facts.message().strip()).as(want[0]).isEqualTo(want[3].strip());
            }
        }
    }

    @Test
    void judgesEachLine() {
        EventReader reader = new EventReader(GroupingRules.NONE);
        for (String row : rows("verdicts.txt")) {
            EventReading reading = reader.read(row.substring(2));
            assertThat(reading.isError())
                    .as(row + " is " + reading.verdict().explain())
                    .isEqualTo(row.startsWith("+"));
        }
    }

    @Test
    void readsAndJoinsTheTracesOfOtherLanguages() {
        List<String> found = rows("traces.txt").stream()
                .map(row -> row.replace("\\n", "\n").replace("\\t", "\t"))
                .map(event -> {
                    assertThat(assembled(event)).as(event).hasSize(1);
                    StackTrace trace = TraceParser.parse(event);
                    return trace.language().word() + " " + trace.root().type() + " "
                            + trace.root().frames().stream()
                                    .filter(StackFrame::inApp)
                                    .findFirst()
                                    .map(frame -> frame.file() + ":" + frame.line())
                                    .orElse("-");
                })
                .toList();

        assertThat(found)
                .containsExactly(
                        "go runtime error /srv/shop/cart.go:12",
                        "go runtime error /srv/main.go:9",
                        "rust panic src/main.rs:4",
                        "rust panic src/main.rs:4",
                        "dotnet System.NullReferenceException /src/Cart.cs:12",
                        "ruby ZeroDivisionError cart.rb:3",
                        "ruby ZeroDivisionError cart.rb:3",
                        "php RuntimeException /srv/cart.php:3",
                        "php RuntimeException /srv/cart.php:3");
    }

    @Test
    void goesOnWithATraceThatAnotherThreadInterrupts() {
        String trace = Traces.read("traces/java-chain");
        List<String> lines = new ArrayList<>(trace.lines().toList());
        for (int i = lines.size() - 1; i > 0; i--) {
            lines.add(i, "2026-11-21 10:00:00.500 INFO [http-" + i + "] a.Web - GET / 200");
        }

        List<JoinedEvent> events = assembled(String.join("\n", lines));
        assertThat(events.stream().map(JoinedEvent::text)).contains(trace);
        assertThat(events).hasSize(trace.lines().toList().size());
    }

    @Test
    void joinsTracesOfTwoPodsByTheirNames() {
        List<String> a = Traces.read("traces/java-chain").lines().toList();
        List<String> b = Traces.read("traces/python-key").lines().toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            if (i < a.size()) {
                lines.add("pod-a  | " + a.get(i));
            }
            if (i < b.size()) {
                lines.add("pod-b  | " + b.get(i));
            }
        }

        assertThat(assembled(String.join("\n", lines))).hasSize(2);
    }

    @Test
    void losesNoLineHoweverTheyMeet() {
        List<String> pieces = new ArrayList<>(
                rows("lines.txt").stream().map(row -> row.split(" ¦ ?", -1)[0]).toList());
        rows("traces.txt")
                .forEach(row -> pieces.addAll(
                        row.replace("\\n", "\n").replace("\\t", "\t").lines().toList()));
        EventJoinerTest.traces()
                .forEach(name ->
                        pieces.addAll(Traces.read("traces/" + name).lines().toList()));
        Random random = new Random(11);
        for (int run = 0; run < 200; run++) {
            List<Long> numbers = new ArrayList<>();
            EventGrouping assembler = new EventGrouping(event -> {
                for (long number : event.lines()) {
                    numbers.add(number);
                }
                HostileInputTest.all(event.text());
            });
            for (long i = 1; i <= 120; i++) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                int cut = random.nextInt(8) == 0 ? random.nextInt(piece.length() + 1) : piece.length();
                String carrier = random.nextInt(6) == 0 ? "app-" + random.nextInt(90) + " | " : "";
                assembler.add(new SourceLine(carrier + piece.substring(0, cut)), i, 0, 0);
                if (random.nextInt(20) == 0) {
                    assertThat(assembler.held()).hasSizeLessThanOrEqualTo(EventGrouping.MOST_HELD);
                }
            }
            assembler.finish();
            assertThat(numbers).hasSize(120).doesNotHaveDuplicates();
        }
    }

    @Test
    void remembersABoundedNumberOfTemplates() {
        TemplateTree tree = new TemplateTree(new KeepingShelf());
        Random random = new Random(5);
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(8); word >= 0; word--) {
                text.append((char) ('a' + random.nextInt(26)))
                        .append(Integer.toString(random.nextInt(), 36).replaceAll("[0-9-]", "z"))
                        .append(' ');
            }
            tree.see("l", text.toString());
        }

        assertThat(tree.size()).isLessThanOrEqualTo(TemplateTree.MOST_LEAVES);
    }

    @Test
    void takesMessagesThatDifferInOneWordForOneTemplate() {
        TemplateTree tree = new TemplateTree(new KeepingShelf());
        String first =
                tree.see("l", "upload to bucket delta aborted after 7 bytes").template();

        assertThat(tree.see("l", "upload to bucket fjord aborted after 9 bytes").template())
                .isEqualTo(first);
        assertThat(tree.see("l", "download from mirror delta stopped since 9 o'clock")
                        .template())
                .isNotEqualTo(first);
    }

    @Test
    void takesMessagesWithSeveralVaryingWordsForOneTemplateAndKeepsOthersApart() {
        TemplateTree tree = new TemplateTree(new KeepingShelf());
        String first = tree.see("l", "customer acme exceeded quota of plan gold: 7 requests")
                .template();

        assertThat(tree.see("l", "customer globex exceeded quota of plan silver: 9 requests")
                        .template())
                .isEqualTo(first);
        assertThat(tree.see("l", "customer hooli exceeded quota of plan bronze: 9 requests")
                        .template())
                .isEqualTo(first);
        assertThat(tree.see("l", "customer hooli left shop without any order: 9 requests")
                        .template())
                .isNotEqualTo(first);
    }

    @Test
    void goesOnWithWhatLiesOnItsShelf() {
        KeepingShelf shelf = new KeepingShelf();
        TemplateTree tree = new TemplateTree(shelf);
        String first = tree.see("l", "upload to bucket delta aborted").template();
        for (int i = 0; i < TemplateTree.WARM_UP; i++) {
            tree.pass();
        }
        tree.save();

        TemplateTree next = new TemplateTree(shelf);

        assertThat(next.see("l", "upload to bucket fjord aborted").template()).isEqualTo(first);
        assertThat(next.see("l", "upload to bucket gamma aborted").template()).isEqualTo(first);
        assertThat(next.see("l", "disk of host gamma is full").novel()).isTrue();
    }

    private static List<JoinedEvent> assembled(String log) {
        List<JoinedEvent> events = new ArrayList<>();
        EventGrouping assembler = new EventGrouping(events::add);
        long number = 0;
        for (String line : log.split("\n", -1)) {
            assembler.add(new SourceLine(line), ++number, 0, 0);
        }
        assembler.finish();
        return events;
    }

    private static List<String> rows(String name) {
        return Traces.file("layouts/" + name)
                .lines()
                .filter(row -> !row.isBlank())
                .collect(Collectors.toList());
    }
}
