package dev.tracemend.worker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import dev.tracemend.worker.Outcomes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTranslationTest {
    private static final ErrorContext CONTEXT =
            Wire.errorContext("""
                {"v":1,"id":"c1","topic":"app","fingerprint":"f1","title":"NPE: x","count":4,"ctx":["a"],"ts":9.5}\
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private final ResultTranslation results =
            new ResultTranslation(Clock.fixed(Instant.ofEpochMilli(1_500), ZoneOffset.UTC));

    @Test
    void aVerifiedFixCarriesAllThatIsKnown() {
        FixResult result = results.answer(CONTEXT, Outcomes.verified("mended"));

        assertThat(result.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(result.container()).isEqualTo("app");
        assertThat(result.summary()).isEqualTo("mended");
        assertThat(result.keyPoints()).isEqualTo("seen\ntwice");
        assertThat(result.plan()).isEqualTo("do this");
        assertThat(result.ts()).isEqualTo(1.5);
        assertThat(result.ctxId()).isEqualTo("c1");
        assertThat(result.count()).isEqualTo(4);
        assertThat(result.mode()).isEqualTo("heuristic");
        assertThat(result.rootCause().text()).isEqualTo("x is never set");
        assertThat(result.rootCause().evidence()).containsExactly("A.java:42");
        assertThat(result.patch().format()).isEqualTo("git");
        assertThat(result.patch().added()).isEqualTo(1);
        assertThat(result.patch().removed()).isEqualTo(2);
        assertThat(result.patch().symptom()).isTrue();
        assertThat(result.verification().status()).isEqualTo("verified");
        assertThat(result.verification().passToPass()).isEqualTo(7);
        assertThat(result.verification().steps().get(0).seconds()).isEqualTo(1.5);
        assertThat(result.git().base()).isEqualTo("abc");
        assertThat(result.git().branch()).isEqualTo("main");
        assertThat(result.tries()).isEqualTo(3);
        assertThat(result.durations()).isEqualTo(Map.of("total", 2.25));
        assertThat(result.model()).isEqualTo(ModelUse.NONE);
    }

    @Test
    void aModelThatTookPartMakesTheModeLlm() {
        ModelUsage usage = new ModelUsage("gpt", 2, 200, 40);
        FixResult result = results.answer(
                CONTEXT, new FixOutcome.Proposed(Outcomes.report("p", usage), Outcomes.CHANGE, Outcomes.PROOF));

        assertThat(result.verdict()).isEqualTo(Verdict.PROPOSED);
        assertThat(result.mode()).isEqualTo("llm");
        assertThat(result.model()).isEqualTo(new ModelUse("gpt", 2, 200, 40));
    }

    @Test
    void aModelThatGaveNoAnswerLeavesTheModeHeuristic() {
        ModelUsage usage = new ModelUsage("gpt", 0, 0, 0);

        assertThat(results.answer(CONTEXT, new FixOutcome.Diagnosed(Outcomes.report("d", usage))))
                .satisfies(result -> assertThat(result.mode()).isEqualTo("heuristic"))
                .satisfies(result -> assertThat(result.verdict()).isEqualTo(Verdict.DIAGNOSED))
                .satisfies(result -> assertThat(result.patch().diff()).isEmpty());
    }

    @Test
    void whatFoundNoFixIsFailed() {
        assertThat(results.answer(
                                CONTEXT,
                                new FixOutcome.NoFixFound(Outcomes.report("n", ModelUsage.NONE), Outcomes.PROOF))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void theIdDependsOnTheContextAlone() {
        assertThat(results.failure(CONTEXT, new IllegalStateException("x")).id())
                .isEqualTo(results.answer(CONTEXT, Outcomes.verified("y")).id())
                .isEqualTo(ResultTranslation.idOf(CONTEXT))
                .hasSize(24);
    }

    @Test
    void aRepeatKeepsTheVerdictAndPointsToTheFirstResult() {
        MemoryEntry known =
                Wire.memoryEntry("{\"fingerprint\":\"f1\",\"resultId\":\"r0\",\"verdict\":\"verified\",\"count\":504}"
                        .getBytes(StandardCharsets.UTF_8));
        FixResult result = results.repeat(CONTEXT, known, "its proposal r0 is open");

        assertThat(result.repeatOf()).isEqualTo("r0");
        assertThat(result.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(result.summary()).contains("504 errors so far");
        assertThat(result.patch().diff()).isEmpty();
    }

    @Test
    void theFiveKeysOfOlderConsumersAreAlwaysThere() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(Wire.write(results.failure(CONTEXT, new IllegalStateException("no disk"))));

        assertThat(json.fieldNames()).toIterable().contains("container", "summary", "key_points", "plan", "ts");
    }

    @Test
    void longTextsAreCut() {
        FixResult result = results.failure(CONTEXT, new IllegalStateException("x".repeat(100_000)));

        assertThat(result.why()).hasSizeLessThan(4_100);
    }
}
