package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void namesStandForEver() {
        assertThat(Topics.raw("app")).isEqualTo("logs.raw.app");
        assertThat(Topics.ctx("app")).isEqualTo("logs.ctx.app");
        assertThat(Topics.results("app")).isEqualTo("agent.results.app");
        assertThat(Topics.memory("app")).isEqualTo("agent.memory.app");
        assertThat(Topics.retries("app")).isEqualTo("agent.retries.app");
        assertThat(Topics.ERRORS).isEqualTo("agent.errors");
        assertThat(Topics.APPROVAL_REQUESTS).isEqualTo("agent.approvals.requests");
        assertThat(Topics.APPROVAL_RESPONSES).isEqualTo("agent.approvals.responses");
        assertThat(Topics.TASKS).isEqualTo("agent.tasks");
        assertThat(Topics.PATCHES).isEqualTo("agent.patches");
        assertThat(Topics.METRICS).isEqualTo("agent.metrics");
        assertThat(Topics.AUDIT).isEqualTo("agent.audit");
    }

    @Test
    void familyIsPinned() {
        assertThat(Topics.family("app"))
                .containsExactly(
                        kept("logs.raw.app", 1, "86400000"),
                        kept("logs.ctx.app", 3, "604800000"),
                        kept("agent.results.app", 3, "2592000000"),
                        new TopicSpec("agent.memory.app", 3, Map.of("cleanup.policy", "compact")),
                        kept("agent.retries.app", 3, "604800000"),
                        kept("agent.errors", 1, "2592000000"),
                        kept("agent.approvals.requests", 1, "2592000000"),
                        kept("agent.approvals.responses", 1, "2592000000"),
                        kept("agent.tasks", 1, "604800000"),
                        kept("agent.patches", 1, "2592000000"),
                        kept("agent.metrics", 1, "604800000"),
                        kept("agent.audit", 1, "-1"));
    }

    @Test
    void topicsOfDeploymentsArePinned() {
        assertThat(Topics.deployment())
                .containsExactly(
                        kept("deploy.logs.lightweight", 1, "2592000000"),
                        kept("deploy.events.lightweight", 1, "31536000000"));
    }

    @Test
    void oneCauseHasTheSamePartitionInContextsResultsMemoryAndRetries() {
        assertThat(Topics.family("app").subList(1, 5))
                .extracting(TopicSpec::partitions)
                .containsOnly(3);
    }

    @Test
    void shortNameIsTheLastPart() {
        assertThat(Topics.shortName("logs.ctx.app-2")).isEqualTo("app-2");
        assertThat(Topics.shortName(Topics.memory("a"))).isEqualTo("a");
    }

    @Test
    void shortNamesAreSmallLettersDigitsAndDashes() {
        assertThat(List.of("a", "app-2", "0", "a".repeat(64))).allMatch(Topics::isShortName);
        assertThat(List.of("", "App", "a.b", "a_b", "ä", "a b", "a\n", "a".repeat(65)))
                .noneMatch(Topics::isShortName);
    }

    @Test
    void unusableNameIsRefusedWithAnExample() {
        assertThatThrownBy(() -> Topics.raw("My.App"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("topic \"My.App\" is not usable: 1 to 64 of the characters a-z, 0-9 and '-', for example"
                        + " \"app\"");
        assertThatThrownBy(() -> Topics.shortName("logs.raw.")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void patternsFindTheirTopicsAlone() {
        assertThat("logs.raw.app").matches(Topics.ALL_RAW);
        assertThat("logs.ctx.app").matches(Topics.ALL_CTX).doesNotMatch(Topics.ALL_RAW);
        assertThat("agent.results.app").matches(Topics.ALL_RESULTS);
        assertThat("logsXraw.app").doesNotMatch(Topics.ALL_RAW);
        assertThat("logs.raw.app.dlq").doesNotMatch(Topics.ALL_RAW);
    }

    @Test
    void headersAreCloudEvents() {
        assertThat(Headers.of("result", "r-1", "worker-1", Instant.parse("2026-11-21T10:00:00.5Z")))
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "r-1"),
                        Map.entry("ce_source", "worker-1"),
                        Map.entry("ce_type", "dev.tracemend.result.v1"),
                        Map.entry("ce_time", "2026-11-21T10:00:00.500Z"),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void verdictsAreFiveWords() {
        assertThat(Verdict.values())
                .extracting(Verdict::word)
                .containsExactly("verified", "proposed", "diagnosed", "refused", "failed");
    }

    private static TopicSpec kept(String name, int partitions, String retention) {
        return new TopicSpec(name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", retention));
    }
}
