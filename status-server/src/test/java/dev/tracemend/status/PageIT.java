package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's way through the page: incidents come, one is chosen, read and decided. */
@ExtendWith(PageExtension.class)
class PageIT {
    private static final String NPE = "a3f9c1e07b52d846";
    private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>alert(1)</script>";
    private static final String STEERING = "\u001b[31mred\u001b[0m \u001b]0;owned\u0007 \u202eesrever\u202c end";
    private static final String SEEN = "␛[31mred␛[0m ␛]0;owned␇ ⟨U+202E⟩esrever⟨U+202C⟩ end";

    private static PageStage stage;
    private static Browser browser;

    @BeforeAll
    static void start(PageStage opened) {
        stage = opened;
        browser = stage.browser();
    }

    @Test
    void aPersonSeesIncidentsComeChooseOneAndReadsTheProof() throws IOException {
        reads("#detail", "Nothing has failed yet");
        reads("#detail", "tracemend up --workspace");
        reads("#note", "nothing leaves this machine");
        stage.shot("empty");

        try (TestTopics topic = TestTopics.named(stage.broker(), "app").create()) {
            double now = Instant.now().getEpochSecond();
            fill(topic, now);
            reads("#rows", "verified fix");
            reads("#rows", "no fix found");

            browser.click("#rows a[href$='/" + NPE + "']");
            reads("#detail h1", "NullPointerException");
            reads("#detail", "Verified fix");
            reads("#detail", "41 of 41 pass");
            reads("#detail .diff", "if (customer == null) {");
            reads("#detail .log", "shop.Cart.total(Cart.java:42)");
            reads("#detail", "customer is null in a guest checkout");
            assertThat(browser.text(".log .own")).contains("Cart.java:42");
            assertThat(browser.run("return document.querySelectorAll('.ladder [data-passed=true]').length")
                            .asInt())
                    .isEqualTo(4);
            stage.shot("incident");
            browser.run("document.querySelector('#detail details').open = true; scrollTo(0, 1e6)");
            stage.shot("incident-end");

            topic.context(NPE, "c99", 2, now);
            reads("#detail .facts", "5×");
            assertThat(browser.run("return document.querySelector('#detail details').open")
                            .asBoolean())
                    .as("what was open stays open")
                    .isTrue();

            aPersonRejectsWithAReason(topic, now);
            looks();
            whatALogSaysIsNeverMarkup(topic, now);
            keysReachEverything();
        }
    }

    private void aPersonRejectsWithAReason(TestTopics topic, double now) throws IOException {
        FixResult fix = IncidentSamples.verified(topic.name(), NPE, "r1", now - 690);
        topic.audit(IncidentSamples.audit(topic.name(), NPE, "a-1", "propose", now));
        topic.memory(IncidentSamples.memory(topic.name(), NPE, Lifecycle.PROPOSED, fix, now));
        reads("#detail .decide", "It waits for you");
        reads("#detail .decide", "build files: pom.xml");

        browser.click("[data-decision=reject]");
        reads("#detail .told", "Say what is wrong");
        browser.run("document.querySelector('#reason').value = 'the default is wrong'");
        topic.context(NPE, "c98", 1, now);
        reads("#detail .facts", "6×");
        assertThat(browser.run("return document.querySelector('#reason').value").asText())
                .as("what was typed stays")
                .isEqualTo("the default is wrong");
        stage.shot("decide");
        browser.click("[data-decision=reject]");
        reads("#detail .told", "Rejected");

        topic.memory(IncidentSamples.memory(topic.name(), NPE, Lifecycle.APPLIED, fix, now + 1));
        reads("#detail .head .badge", "applied");
        reads("#detail .life", "tracemend/" + NPE + "-1");
        assertThat(browser.run("return document.querySelector('.life a').href").asText())
                .isEqualTo("https://git.example.org/pull/7");
        assertThat(browser.run("return document.querySelectorAll('[data-decision=approve]').length")
                        .asInt())
                .isZero();
        browser.click(".timeline summary");
        reads("#detail .trail", "propose by policy: because of a-1");
        browser.run("document.querySelector('.timeline details').open = false");
    }

    private void fill(TestTopics topic, double now) {
        topic.send(Topics.raw(topic.name()), "shop.log", Wire.write(LogLine.bare("started", "shop.log", now)));
        topic.context(NPE, "c1", 3, now - 700);
        topic.context(IncidentSamples.context(
                topic.name(),
                "conn",
                "c2",
                "java.net.ConnectException: Connection refused: payments:9443",
                12,
                now - 320));
        topic.context(IncidentSamples.context(
                topic.name(),
                "storm",
                "c3",
                "java.lang.ArrayIndexOutOfBoundsException: Index 12 out of bounds for length 12",
                500,
                now - 90));
        topic.context(IncidentSamples.context(
                topic.name(),
                "cast",
                "c4",
                "java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Integer",
                1,
                now - 41));
        topic.context(IncidentSamples.context(
                topic.name(),
                "fresh",
                "c5",
                "java.util.NoSuchElementException: No value present for key \"currency\"",
                2,
                now - 8));
        topic.result(IncidentSamples.verified(topic.name(), NPE, "r1", now - 690));
        topic.result(IncidentSamples.diagnosed(topic.name(), "conn", "r2", now - 300));
        topic.result(
                IncidentSamples.as(IncidentSamples.verified(topic.name(), "storm", "r3", now - 80), Verdict.PROPOSED));
        topic.result(
                IncidentSamples.as(IncidentSamples.diagnosed(topic.name(), "cast", "r4", now - 30), Verdict.FAILED));
    }

    private void looks() throws IOException {
        browser.run("scrollTo(0, 0)");
        browser.dark(true);
        stage.shot("incident-dark");
        browser.dark(false);
        browser.size(390, 844);
        stage.shot("narrow-incident");
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .as("nothing sticks out on a small screen")
                .isTrue();
        browser.run("location.hash = '#/'");
        reads("#rows", "NoSuchElementException");
        stage.shot("narrow-list");
        browser.size(1360, 1500);
        reads("#detail", "Choose an incident");
    }

    private void whatALogSaysIsNeverMarkup(TestTopics topic, double now) {
        topic.context(IncidentSamples.logged(topic.name(), "evil", HOSTILE, List.of(HOSTILE, STEERING), now));
        browser.run("location.hash = '#/" + topic.name() + "/evil'");
        reads("#detail h1", HOSTILE);
        reads("#detail .log", HOSTILE);
        reads("#detail .log", SEEN);
        reads("#rows", HOSTILE);
        assertThat(browser.run("return document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
        assertThat(browser.run("return document.title").asText()).doesNotStartWith("owned");
    }

    private void keysReachEverything() {
        browser.run("document.querySelector('#rows a').focus()");
        assertThat(browser.run("const a = document.activeElement; a.click(); return a.getAttribute('href')")
                        .asText())
                .startsWith("#/");
        assertThat(browser.run("return [...document.querySelectorAll('[onclick], div[role=button]')].length")
                        .asInt())
                .isZero();
    }

    private static void reads(String selector, String words) {
        stage.reads(selector, words);
    }
}
