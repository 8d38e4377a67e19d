package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.fix.FixOutcome.Diagnosed;
import dev.tracemend.agent.fix.FixOutcome.NoFixFound;
import dev.tracemend.agent.fix.FixOutcome.Proposed;
import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.model.ChatServerModel;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.ModelConfig.Provider;
import dev.tracemend.agent.model.ScriptedChatServer;
import dev.tracemend.agent.model.ScriptedChatServer.Answer;
import dev.tracemend.agent.repair.Candidate;
import dev.tracemend.agent.repair.CandidateSource;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import dev.tracemend.logs.TraceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixProgramIT {
    private static final CandidateSource NO_RULES = (evidence, project) -> List.of();

    /** As often right as a rule must be for its change to be called verified where no test tells. */
    private static final double SURE = 0.8;

    private static final String CUT = "code.indexOf('-')";

    @TempDir
    private Path folder;

    private Path workspace;
    private FixConfig config;
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void checkOut() {
        workspace = ShopCheckout.in(folder.resolve("shop"));
        // The rules are through long before: what is asked of a model here is so for their result, not for the time.
        config = FixConfig.in(workspace, folder.resolve("data")).withHeadStart(Duration.ofMinutes(1));
    }

    @Test
    void whatTheRulesCannotFixTheModelFixesOnItsSecondTryAfterTheJudgeRefusedTheFirst() {
        try (ScriptedChatServer server =
                new ScriptedChatServer(Answer.of(ShopCheckout.WRONG), Answer.of(ShopCheckout.RIGHT))) {
            FixOutcome outcome = fix(NO_RULES, server);

            assertThat(outcome).as(progress.toString()).isInstanceOf(Verified.class);
            Verified verified = (Verified) outcome;
            assertThat(verified.change().operator()).isEqualTo("model");
            assertThat(verified.change().files()).containsExactly(ShopCheckout.PATH);
            assertThat(verified.change().added()).isEqualTo(2);
            assertThat(verified.change().removed()).isEqualTo(1);
            assertThat(verified.change().diff()).contains("+        int dash = code.indexOf");
            assertThat(verified.proof().status()).isEqualTo("verified");
            assertThat(verified.proof().reproducer()).contains("Discount");
            assertThat(verified.report().model()).isEqualTo(new ModelUsage("scripted", 2, 200, 40));
            assertThat(verified.report().tries()).isEqualTo(2);
            assertThat(verified.report().cause()).isEqualTo("a code without a dash has no place to cut at.");
            assertThat(verified.report().durations()).containsKeys("total", "locate", "reproduce", "judge", "model");
            assertThat(server.requests().get(1).path("messages").toString()).contains("refused");
        }
        assertThat(ShopCheckout.git(workspace, "status", "--porcelain")).isEmpty();
        assertThat(ShopCheckout.git(workspace, "worktree", "list").lines()).hasSize(1);
    }

    @Test
    void theRulesAloneMendWhatTheyKnow() {
        FixOutcome outcome = new FixProgram(config, List.of()).fix(ShopCheckout.task(), progress::add);

        assertThat(outcome).as(progress.toString()).isInstanceOf(Verified.class);
        assertThat(outcome.report().model()).isEqualTo(ModelUsage.NONE);
        assertThat(outcome.report().cause()).isNotBlank();
        assertThat(outcome.report().evidence()).isNotEmpty();
    }

    @Test
    void aModelThatFailsLeavesTheRulesAndTheReportSaysSo() {
        try (ScriptedChatServer server = new ScriptedChatServer(new Answer(401, "no"))) {
            FixOutcome outcome = fix(ruleThat(CUT, "(code + \"-\").indexOf('-')", false), server);
            FixOutcome without = fix(NO_RULES, server);

            assertThat(outcome).as(progress.toString()).isInstanceOf(Verified.class);
            assertThat(outcome.report().model().calls()).isZero();
            assertThat(without).isInstanceOf(NoFixFound.class);
            assertThat(without.report().model().calls()).isZero();
            assertThat(without.report().keyPoints()).anyMatch(point -> point.contains("does not accept the key"));
        }
    }

    @Test
    void aCauseIsPreferredToASymptomAndTheModelIsNotAskedThen() {
        CandidateSource two = (evidence, project) -> Stream.of(
                        ruleThat(CUT, "Math.max(0, code.indexOf('-'))", true),
                        ruleThat(CUT, "(code + \"-\").indexOf('-')", false))
                .flatMap(rule -> rule.candidates(evidence, project).stream())
                .toList();
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of("never asked"))) {
            FixOutcome outcome = fix(two, server);

            assertThat(outcome).as(progress.toString()).isInstanceOf(Verified.class);
            assertThat(((Verified) outcome).change().symptom()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aChangeThatLacksAReturnToCompileIsGivenOne() {
        String cut = "return code.substring(0, code.indexOf('-'));";

        FixOutcome outcome = fix(ruleThat(cut, "if (code.indexOf('-') >= 0) " + cut, false));

        assertThat(outcome).as(progress.toString()).isInstanceOf(Proposed.class);
        assertThat(((Proposed) outcome).change().diff()).contains("+        return ");
        assertThat(((Proposed) outcome).change().operator()).endsWith("+return-added");
    }

    @Test
    void theTestCommandMustBeGreenAfterwards() {
        CandidateSource rule = ruleThat(CUT, "(code + \"-\").indexOf('-')", false);

        config = config.withTestCommand("grep -q 'code + ' " + ShopCheckout.PATH);
        FixOutcome green = fix(rule);
        config = config.withTestCommand("test -f no-such-file");
        FixOutcome red = fix(rule);

        assertThat(green).as(progress.toString()).isInstanceOf(Verified.class);
        assertThat(((Verified) green).proof().steps())
                .filteredOn(step -> step.name().startsWith("command"))
                .extracting(LadderStep::passed)
                .containsExactly(false, true);
        assertThat(red).isInstanceOf(Proposed.class);
        assertThat(red.report().why()).contains("not green without it either", "test -f no-such-file");
    }

    @Test
    void whereNoTestCanBeRunAFixIsProposedAtMostUnlessACommandIsGreen() throws IOException {
        Path test =
                Files.createDirectories(workspace.resolve("src/test/java/shop")).resolve("DiscountTest.java");
        Files.writeString(test, "package shop; class DiscountTest extends absent.Base {}");
        ShopCheckout.git(workspace, "add", "-A");
        ShopCheckout.git(workspace, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "test");
        CandidateSource rule = ruleThat(CUT, "(code + \"-\").indexOf('-')", false);

        FixOutcome blind = fix(rule);
        config = config.withTestCommand("true");
        FixOutcome green = fix(rule);

        assertThat(blind).as(progress.toString()).isInstanceOf(Proposed.class);
        assertThat(((Proposed) blind).proof().status()).isEqualTo("unverified");
        assertThat(blind.report().why())
                .contains("none of the project's tests could be run")
                .contains("--test-cmd");
        assertThat(green).isInstanceOf(Verified.class);
        assertThat(green.report().why()).contains("of the tests: they do not compile");
    }

    @Test
    void whatCannotBeReproducedIsProposedAtMost() {
        StackTrace real = ShopCheckout.task().trace();
        ThrownException other = new ThrownException(
                "java.lang.UnsupportedOperationException",
                "not this one",
                real.root().frames());
        FixTask task = new FixTask(
                "ff", "t", new StackTrace(real.language(), List.of(other)), List.of("UnsupportedOperationException"));

        FixOutcome outcome = program(ruleThat(CUT, "(code + \"-\").indexOf('-')", false), List.of())
                .fix(task, progress::add);

        assertThat(outcome).as(progress.toString()).isInstanceOf(Proposed.class);
        assertThat(((Proposed) outcome).proof().status()).isEqualTo("not_reproduced");
        assertThat(outcome.report().why()).contains("not be proved");
    }

    @Test
    void withoutATraceOrAFrameOfTheCheckoutNothingIsEdited() {
        FixTask bare = new FixTask("f", "disk full", StackTrace.NONE, List.of("ERROR disk full"));
        FixTask foreign = new FixTask(
                "f",
                "t",
                TraceParser.parse("java.lang.IllegalStateException: x\n\tat other.Thing.go(Thing.java:3)"),
                List.of("x"));

        for (FixTask task : List.of(bare, foreign)) {
            FixOutcome outcome =
                    program(ruleThat("code", "x", false), List.of()).fix(task, progress::add);
            assertThat(outcome).isInstanceOf(Diagnosed.class);
            assertThat(outcome.report().why()).isNotBlank();
            assertThat(outcome.report().tries()).isZero();
            assertThat(outcome.report().base()).hasSize(40);
            assertThat(outcome.report().branch()).isEqualTo("main");
        }
    }

    @Test
    void aCheckoutThatCannotBeUsedIsToldInTheReport() throws IOException {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        FixOutcome outcome = new FixProgram(FixConfig.in(plain, folder.resolve("data")), NO_RULES, List.of())
                .fix(ShopCheckout.task(), progress::add);

        assertThat(outcome).isInstanceOf(NoFixFound.class);
        assertThat(outcome.report().why()).contains("git");
    }

    private FixOutcome fix(CandidateSource rules) {
        return program(rules, List.of()).fix(ShopCheckout.task(), progress::add);
    }

    private FixOutcome fix(CandidateSource rules, ScriptedChatServer server) {
        ModelConfig model = ModelConfig.of(Provider.OPENAI, server.baseUrl(), "none", "scripted");
        ModelSource source = new ModelSource(new ChatServerModel(model), 3, 10_000);
        return program(rules, List.of(source)).fix(ShopCheckout.task(), progress::add);
    }

    private FixProgram program(CandidateSource rules, List<ModelSource> models) {
        return new FixProgram(config, rules, models);
    }

    private static CandidateSource ruleThat(String replaces, String with, boolean symptom) {
        int start = ShopCheckout.SOURCE.indexOf(replaces);
        TextEdit edit = new TextEdit(ShopCheckout.PATH, start, start + replaces.length(), with);
        return (evidence, project) ->
                List.of(new Candidate(List.of(edit), "test-rule", SURE, symptom, "cuts at the end of the code"));
    }
}
