package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.fix.FixOutcome.NoFixFound;
import dev.tracemend.agent.fix.FixOutcome.Proposed;
import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.ChatServerModel;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.ModelConfig.Provider;
import dev.tracemend.agent.model.ReplayModel;
import dev.tracemend.agent.model.ScriptedChatServer;
import dev.tracemend.agent.model.ScriptedChatServer.Answer;
import dev.tracemend.agent.predict.TraceFile;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.logs.TraceParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model beside the rules, behind real HTTP and before the one judge. */
class ModelFixIT {
    private static final CandidateSource NO_RULES = (evidence, project) -> List.of();
    private static final String PATH = "src/main/java/shop/Series.java";

    /** What merges equal words needs an idea that no rule has. */
    private static final String SOURCE = """
            package shop;

            import java.util.List;
            import java.util.Map;
            import java.util.stream.Collectors;

            public final class Series {
                private Series() {}

                public static Map<String, Integer> lengths(List<String> words) {
                    return words.stream().collect(Collectors.toMap(word -> word, String::length));
                }
            }
            """;

    private static final String LINE =
            "        return words.stream().collect(Collectors.toMap(word -> word, String::length));";
    private static final String TRACE = """
            2026-11-21 10:00:00 ERROR shop.Report - no series, words=SPRING
            java.lang.IllegalStateException: Duplicate key SPRING (attempted merging values 6 and 6)
            \tat java.base/java.util.stream.Collectors.duplicateKeyException(Collectors.java:135)
            \tat java.base/java.util.stream.ReferencePipeline.collect(ReferencePipeline.java:682)
            \tat shop.Series.lengths(Series.java:11)
            \tat shop.Report.main(Report.java:30)""";
    /** The failing test ends with it, and what holds for other words breaks. */
    private static final String BREAKS = reply("the words are counted twice.", "        return Map.of();");

    private static final String WRONG = reply(
            "the words are unsorted.",
            "        return words.stream().sorted().collect(Collectors.toMap(word -> word, String::length));");
    private static final String RIGHT = reply(
            "a word may come twice.",
            "        return words.stream().collect(Collectors.toMap(word -> word, String::length, (one, other) -> one));");
    private static final String MASKS = reply("a word is not expected twice.", """
                    if (new java.util.HashSet<>(words).size() < words.size()) {
                        return Map.of();
                    }
            """ + LINE);

    @TempDir
    private Path folder;

    private Path workspace;
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @BeforeEach
    void checkOut() throws IOException {
        workspace = folder.resolve("shop");
        write(PATH, SOURCE);
        ShopCheckout.git(workspace, "init", "-q", "-b", "main");
        commit();
    }

    @Test
    void whatNoRuleMendsIsMendedInTheSecondRoundThanksToTheVerdict() {
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(WRONG), Answer.of(RIGHT))) {
            FixOutcome byRules = new FixProgram(config(), List.of()).fix(task(), progress::add);
            assertThat(byRules).as("the rules alone").isInstanceOf(NoFixFound.class);

            FixOutcome outcome = new FixProgram(config(), List.of(source(server, 3, 10_000)))
                    .with(TraceFile.into(calls::add))
                    .fix(task(), progress::add);

            assertThat(outcome).as(progress.toString()).isInstanceOf(Verified.class);
            assertThat(((Verified) outcome).change().diff()).contains("(one, other) -> one");
            assertThat(outcome.report().model()).isEqualTo(new ModelUsage("scripted", 2, 200, 40));
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(0).toString()).doesNotContain("refused\\n");
            assertThat(server.requests().get(1).toString())
                    .as("the first change and the judge's verdict on it")
                    .contains("words.stream().sorted()", "refused", "IllegalStateException");
        }
        assertThat(calls).hasSize(2).allMatch(line -> line.startsWith("{\"name\":\"propose\""));
        assertThat(TraceFile.shown(calls)).contains("1. propose", "a word may come twice.");
        FixOutcome replayed = new FixProgram(
                        config(), NO_RULES, List.of(new ModelSource(new ReplayModel(calls, Abilities.ALL), 3, 10_000)))
                .fix(task(), progress::add);
        assertThat(replayed).as("the recording asks nobody").isInstanceOf(Verified.class);
    }

    @Test
    void anEditThatEndsTheFailureAndBreaksATestIsRefused() throws IOException {
        write("src/test/java/shop/SeriesTest.java", """
                package shop;

                import org.junit.jupiter.api.Assertions;
                import org.junit.jupiter.api.Test;

                class SeriesTest {
                    @Test
                    void countsLetters() {
                        Assertions.assertEquals(java.util.Map.of("a", 1, "bc", 2), Series.lengths(java.util.List.of("a", "bc")));
                    }

                    @Test
                    void takesAWordTwice() {
                        Assertions.assertDoesNotThrow(() -> Series.lengths(java.util.List.of("a", "a")));
                    }
                }
                """);
        addJUnit();
        commit();
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(BREAKS))) {
            FixOutcome outcome = fix(NO_RULES, server, 2, 10_000, Duration.ZERO);

            assertThat(outcome).as(progress.toString()).isInstanceOf(NoFixFound.class);
            assertThat(outcome.report().keyPoints())
                    .anyMatch(point ->
                            point.startsWith("1 tests pass before, failing: [") && point.contains("takesAWordTwice"));
            assertThat(outcome.report().why()).contains("countsLetters");
            assertThat(server.requests().get(1).toString()).contains("countsLetters");
        }
    }

    @Test
    void anEditThatMasksGoesBehindOneThatMendsWhoeverMadeIt() {
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(MASKS))) {
            FixOutcome alone = fix(NO_RULES, server, 1, 10_000, Duration.ZERO);
            assertThat(alone).as(progress.toString()).isInstanceOf(Proposed.class);
            assertThat(((Proposed) alone).change().symptom()).isTrue();
            assertThat(alone.report().why()).contains("it only guards the place that failed");
        }
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(MASKS))) {
            // A rule that comes late: the model's mask is proved first.
            FixOutcome both = fix(rule(server), server, 1, 10_000, Duration.ZERO);
            assertThat(both).as(progress.toString()).isInstanceOf(Verified.class);
            assertThat(((Verified) both).change().operator()).isEqualTo("test-rule");
            assertThat(((Verified) both).change().symptom()).isFalse();
            assertThat(both.report().alternatives()).singleElement().satisfies(other -> {
                assertThat(other.operator()).isEqualTo("model");
                assertThat(other.symptom()).isTrue();
                assertThat(other.diff()).contains("return Map.of();");
            });
            assertThat(both.report().keyPoints())
                    .anyMatch(point -> point.contains("also proved: model") && point.contains("a guard"));
        }
    }

    @Test
    void theBudgetStopsTheThirdRound() {
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(WRONG), Answer.of(WRONG), Answer.of(RIGHT))) {
            FixOutcome outcome = fix(NO_RULES, server, 5, 240, Duration.ZERO);

            assertThat(outcome).as(progress.toString()).isInstanceOf(NoFixFound.class);
            assertThat(server.requests()).hasSize(2);
            assertThat(outcome.report().keyPoints())
                    .contains("the model was not asked again: its budget for one task is spent (240 of 240 tokens)");
        }
    }

    private FixOutcome fix(
            CandidateSource rules, ScriptedChatServer server, int rounds, long tokens, Duration headStart) {
        return new FixProgram(config().withHeadStart(headStart), rules, List.of(source(server, rounds, tokens)))
                .fix(task(), progress::add);
    }

    /** Many changes that do not compile until the model was asked, then the right one. */
    private static CandidateSource rule(ScriptedChatServer server) {
        int start = SOURCE.indexOf("String::length");
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            candidates.add(candidate(start, "absent" + i));
        }
        candidates.add(candidate(start, "String::length, (one, other) -> one"));
        return (evidence, project) -> candidates;
    }

    private static Candidate candidate(int start, String with) {
        TextEdit edit = new TextEdit(PATH, start, start + "String::length".length(), with);
        return new Candidate(List.of(edit), "test-rule", 0.8, false, "takes the first of two");
    }

    private FixConfig config() {
        return FixConfig.in(workspace, folder.resolve("data"));
    }

    private static ModelSource source(ScriptedChatServer server, int rounds, long tokens) {
        ModelConfig config = ModelConfig.of(Provider.OPENAI, server.baseUrl(), "none", "scripted");
        return new ModelSource(new ChatServerModel(config), rounds, tokens);
    }

    private static FixTask task() {
        return new FixTask(
                "0011223344556677", "IllegalStateException", TraceParser.parse(TRACE), List.of(TRACE.split("\n")));
    }

    private static String reply(String cause, String lines) {
        return "CAUSE: " + cause + "\n\n" + PATH + "\n```java\n<<<<<<< SEARCH\n" + LINE + "\n=======\n" + lines
                + "\n>>>>>>> REPLACE\n```\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void addJUnit() throws IOException {
        Path lib = Files.createDirectories(workspace.resolve("lib"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (jar.matches(".*/(junit-|opentest4j|apiguardian).*\\.jar")) {
                Files.copy(Path.of(jar), lib.resolve(Path.of(jar).getFileName()));
            }
        }
    }

    private void commit() {
        ShopCheckout.git(workspace, "add", "-A");
        ShopCheckout.git(workspace, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "more");
    }
}
