package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state that an incident can be in, every action of a person, the pipeline's words and the charts. */
@ExtendWith(PageExtension.class)
class PageStatesIT {
    private static final double NOW = Instant.now().getEpochSecond();

    private static PageStage stage;

    @BeforeAll
    static void start(PageStage opened) {
        stage = opened;
    }

    @ParameterizedTest
    @CsvSource({
        "verified, verified fix, Verified fix",
        "proposed, proposed, 'Proposed fix, not proved'",
        "diagnosed, diagnosed, Diagnosed",
        "refused, refused, Not worked on",
        "failed, no fix found, No fix found",
    })
    void whatAWorkerAnsweredIsSaidInWords(String verdict, String state, String headline) {
        try (TestTopics topic = new TestTopics(stage.broker(), verdict).create()) {
            topic.context("f1", "c1", 3, NOW - 9);
            topic.result(as(fix(topic), Verdict.valueOf(verdict.toUpperCase(java.util.Locale.ROOT))));
            open(topic);
            stage.reads("#detail .head .badge", state);
            stage.reads("#detail .verdict h2", headline);
            stage.reads("#rows .badge", state);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, approved",
        "EXPIRED, expired",
        "APPLIED, applied",
        "CLOSED, closed",
        "REGRESSED, regressed",
        "STOPPED, stopped",
    })
    void whatBecameOfAFixIsSaidInWords(Lifecycle life, String state) {
        try (TestTopics topic = new TestTopics(stage.broker(), state).create()) {
            topic.context("f1", "c1", 3, NOW - 9);
            topic.result(fix(topic));
            topic.memory(IncidentSamples.memory(topic.name(), "f1", life, fix(topic), NOW));
            open(topic);
            stage.reads("#detail .head .badge", state);
            stage.reads("#rows .badge", state);
            stage.reads("#detail .life", state);
            stage.reads("#detail .timeline", "approve by mira: fine");
            assertThat(actions()).isEqualTo(life == Lifecycle.STOPPED ? "retry" : "retry stop");
        }
    }

    @Test
    void theStripSaysHowFarTheWindowsAreAndWhatTheyRemember() {
        try (TestTopics topic = new TestTopics(stage.broker(), "strip").create()) {
            topic.raw(5);
            topic.windowed(
                    "tracemend-windows-progress", 2, new WindowProgress(1, "kstreams", NOW, NOW - 600, 37, 1_204_224));
            stage.reads("#flow", "Streams");
            stage.reads("#flow", "3 lines behind");
            stage.reads("#flow", "event time 10 min ago");
            stage.reads("#flow", "37 states, 1.2 MB");
        }
    }

    @Test
    void aNewCauseWaitsForAWorkerAndThenIsWorkedOn() throws Exception {
        try (TestTopics topic = new TestTopics(stage.broker(), "fresh").create()) {
            topic.context("f1", "c1", 3, NOW - 9);
            open(topic);
            stage.reads("#detail .verdict", "Waiting for a worker");
            stage.reads("#rows .badge", "new");
            stage.reads("#flow", "start one with tracemend worker --topic");
            assertThat(actions())
                    .as("nothing was answered, so nothing can be said")
                    .isEmpty();
            try (AutoCloseable worker = topic.worker()) {
                assertThat(worker).isNotNull();
                stage.reads("#detail .verdict", "A worker is on it");
                stage.reads("#rows .badge", "working");
            }
        }
    }

    @Test
    void eachActionIsSentAsAPersonMeantIt() {
        try (TestTopics topic = new TestTopics(stage.broker(), "decide").create()) {
            FixResult fix = fix(topic);
            topic.context("f1", "c1", 3, NOW - 9);
            topic.result(fix);
            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.PROPOSED, fix, NOW));
            int before = TestTopics.decisions(stage.broker()).size();

            open(topic);
            stage.reads("#detail .decide", "It waits for you");
            assertThat(actions()).isEqualTo("approve reject retry stop");
            act("approve", "", "Approved");
            act("reject", "wrong default", "Rejected");
            act("retry", "look at Taxes", "Another attempt");
            act("stop", "known", "Stopped");
            await().until(() -> TestTopics.decisions(stage.broker()).size() == before + 4);
            List<ApprovalResponse> sent = TestTopics.decisions(stage.broker()).subList(before, before + 4);
            assertThat(sent)
                    .extracting(ApprovalResponse::decision)
                    .containsExactly(Decision.APPROVE, Decision.REJECT, Decision.RETRY, Decision.STOP);
            assertThat(sent)
                    .extracting(ApprovalResponse::comment)
                    .containsExactly("", "wrong default", "look at Taxes", "known");
            assertThat(sent).extracting(ApprovalResponse::id).containsOnly(fix.id());
        }
    }

    @Test
    void whatTheServerRefusesIsSaid() {
        try (TestTopics topic = new TestTopics(stage.broker(), "late").create()) {
            FixResult fix = fix(topic);
            topic.context("f1", "c1", 3, NOW - 9);
            topic.result(fix);
            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.PROPOSED, fix, NOW));
            open(topic);
            stage.reads("#detail .decide", "It waits for you");
            // As if another person had decided, and the page had not heard of it yet.
            stage.browser()
                    .run("const old = fetch; window.fetch = (path, how) => old(path, how && how.body"
                            + " ? {...how, body: how.body.replace('" + fix.id() + "', 'gone')} : how);");
            stage.browser().click("[data-decision=approve]");
            stage.reads("#detail .told", "Not sent: that change waits for nobody");
        }
    }

    @Test
    void theDetailTellsWhyPlanProofTimeTokensAndCost() {
        try (TestTopics topic = new TestTopics(stage.broker(), "detail").create()) {
            topic.context("f1", "c1", 3, NOW - 9);
            topic.result(fix(topic));
            topic.memory(IncidentSamples.memory(topic.name(), "f1", Lifecycle.APPLIED, fix(topic), NOW));
            open(topic);
            stage.reads("#detail .timeline", "12,340");
            stage.reads("#detail .timeline", "0.021");
            stage.reads("#detail .timeline", "Attempt ended: verified");
            stage.reads("#detail", "Leave out the tax for guests");
            stage.reads("#detail .chips", "src/main/java/shop/Cart.java:42");
            stage.browser().run("document.querySelector('[data-keep=grouping]').open = true");
            stage.reads("[data-keep=grouping]", "shop.Cart.total");
            stage.reads("[data-keep=grouping]", "java.lang.NullPointerException");

            stage.holds("document.querySelector('.diff table.split') !== null");
            assertThat(stage.value("[...document.querySelectorAll('.diff tr')].some((row) =>"
                                    + " row.querySelector('td.del') && row.querySelector('td.add'))")
                            .asBoolean())
                    .as("what was removed stands beside what was added")
                    .isTrue();
            assertThat(stage.browser().text(".diff .t-word")).isNotEmpty();
            stage.browser().click("[data-keep=columns]");
            stage.holds("document.querySelector('.diff table.single') !== null");
            stage.browser().click("[data-keep=columns]");
        }
    }

    @Test
    void theChartsTellWhatHappenedLately() {
        try (TestTopics topic = new TestTopics(stage.broker(), "chart").create()) {
            topic.context("f1", "c1", 41, NOW - 30);
            topic.result(as(fix(topic), Verdict.VERIFIED));
            topic.metric(new WorkMetric(
                    topic.name(), 1, 1, NOW, 1, "m1", "f1", Verdict.VERIFIED, 1, Map.of(), 2, 900, 100, 0.5, 0));
            topic.send(Topics.raw(topic.name()), "shop.log", Wire.write(LogLine.bare("started", "shop.log", NOW)));
            stage.browser().go(stage.url() + "/#/charts");
            stage.reads(".charts", "Errors");
            stage.holds("[...document.querySelectorAll('.chart figcaption')].some((one) =>"
                    + " /Time to fix median \\d/.test(one.textContent))");
            stage.reads(".charts", "1,000 tokens");
            stage.reads(".charts", "0.5");
            stage.holds("document.querySelectorAll('.chart svg[role=img][aria-label]').length === 4");
            stage.browser().click(".charts details summary");
            stage.reads(".charts table", "1,000 tokens, 1 attempt");
            for (String range : List.of("24h", "7d", "30d")) {
                stage.browser().click("[data-range='" + range + "']");
                stage.holds("document.querySelector('[data-range=\"" + range + "\"]').ariaPressed === 'true'");
                stage.reads(".charts", "1,000 tokens");
            }
        }
    }

    private static void act(String decision, String reason, String answer) {
        // A page that was read anew: after a decision its buttons are shut until the worker has answered.
        String address = stage.value("location.href").asText();
        stage.browser().go("about:blank");
        stage.browser().go(address);
        stage.reads("#detail .decide", "It waits for you");
        if (!reason.isEmpty()) {
            stage.browser().click("#reason");
            stage.browser().keys(reason);
        }
        stage.browser().click("[data-decision=" + decision + "]");
        stage.reads("#detail .told", answer);
    }

    private static String actions() {
        return stage.value("[...document.querySelectorAll('[data-decision]')].map((b) => b.dataset.decision).join(' ')")
                .asText();
    }

    private static void open(TestTopics topic) {
        stage.browser().go("about:blank");
        stage.browser().go(stage.url() + "/?topic=" + topic.name() + "#/" + topic.name() + "/f1");
        stage.reads("#detail h1", "NullPointerException");
    }

    private static FixResult fix(TestTopics topic) {
        return IncidentSamples.verified(topic.name(), "f1", "r-" + topic.name(), NOW - 5);
    }

    private static FixResult as(FixResult result, Verdict verdict) {
        return IncidentSamples.as(result, verdict);
    }
}
