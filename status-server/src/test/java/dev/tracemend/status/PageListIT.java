package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of incidents: filters, live and paused, keys, and what a restart of the server does to it. */
@ExtendWith(PageExtension.class)
class PageListIT {
    private static final double NOW = Instant.now().getEpochSecond();
    private static final String DOWN = "\uE015";
    private static final String UP = "\uE013";
    private static final String END = "\uE010";
    private static final String HOME = "\uE011";
    private static final String ENTER = "\uE007";

    private static PageStage stage;

    @BeforeAll
    static void start(PageStage opened) {
        stage = opened;
    }

    @Test
    void theAddressKeepsTheFilterAndALinkShowsTheSame() {
        try (TestTopics topic = topic("filter")) {
            send(topic, "tea", 1, NOW - 3);
            topic.context(IncidentSamples.context(
                    topic.name(), "coffee", "k1", "java.net.ConnectException: no beans", 1, NOW - 2));
            topic.result(IncidentSamples.diagnosed(topic.name(), "coffee", "r1", NOW - 1));
            show(topic, "");
            stage.reads("#rows", "no beans");

            stage.browser().click("#filters input");
            stage.browser().keys("beans");
            stage.lists(1);
            stage.holds("location.search.includes('q=beans')");
            stage.browser().click("#rows a");
            stage.reads("#detail h1", "ConnectException");
            String link = stage.value("location.href").asText();

            stage.browser().go("about:blank");
            stage.browser().go(link);
            stage.reads("#detail h1", "ConnectException");
            stage.holds("document.querySelector('#filters input').value === 'beans'");
            stage.lists(1);

            show(topic, "&state=diagnosed");
            stage.reads("#rows", "no beans");
            stage.lists(1);
            show(topic, "&state=open");
            stage.lists(1);
            stage.reads("#rows", "NullPointerException");
            show(topic, "&state=applied");
            stage.reads("#none", "Nothing fits the filter");
            stage.browser().click("#none button");
            stage.holds("location.search === ''");
            stage.reads("#rows", "no beans");
        }
    }

    @Test
    void theNewestComesFirstAndWhilePausedNothingMoves() throws IOException {
        try (TestTopics topic = topic("live")) {
            send(topic, "a", 1, NOW - 50);
            send(topic, "b", 1, NOW - 40);
            show(topic, "");
            stage.lists(2);
            assertThat(first()).endsWith("/b");
            send(topic, "c", 1, NOW - 30);
            stage.holds("document.querySelector('#rows a').hash.endsWith('/c')");

            stage.browser().click("#live button");
            stage.reads("#live", "Paused – 0 new");
            for (int i = 0; i < 14; i++) {
                send(topic, "d" + i, 1, NOW - 20 + i);
            }
            topic.context("a", "again", 5, NOW - 1);
            stage.reads("#live", "Paused – 14 new, 1 changed");
            assertThat(first()).as("nothing slips away").endsWith("/c");
            stage.lists(3);
            stage.shot("paused");

            stage.browser().click("#live button");
            stage.reads("#live", "Live, newest first");
            stage.holds("document.querySelector('#rows a').hash.endsWith('/a')");
            stage.reads("#rows", "6×");
        }
    }

    @Test
    void whoScrollsAwayPausesAndWhoComesBackGoesOn() {
        try (TestTopics topic = topic("scroll")) {
            topic.contexts(IntStream.range(0, 60)
                    .mapToObj(i -> IncidentSamples.context(topic.name(), "f" + i, "s" + i, 1, NOW - 100 + i)));
            show(topic, "");
            stage.lists(60);
            stage.browser().scroll(200, 900, 1_500, 4_000);
            stage.reads("#live", "Paused – 0 new");
            send(topic, "late", 1, NOW);
            stage.reads("#live", "Paused – 1 new");

            stage.browser().scroll(200, 900, -4_000, 8_000);
            stage.reads("#live", "Live");
            stage.holds("document.querySelector('#rows a').hash.endsWith('/late')");
        }
    }

    @Test
    void arrowKeysMoveAndEnterOpens() {
        try (TestTopics topic = topic("keys")) {
            topic.contexts(IntStream.range(0, 300)
                    .mapToObj(i -> IncidentSamples.context(topic.name(), "f" + i, "k" + i, 1, NOW - 1_000 + i)));
            show(topic, "");
            stage.lists(300);
            stage.browser().run("document.querySelector('#rows a[tabindex=\"0\"]').focus()");
            stage.browser().keys(DOWN + DOWN + UP);
            assertThat(focused()).endsWith("|f298");
            stage.browser().keys(END);
            assertThat(focused()).endsWith("|f0");
            assertThat(stage.value("document.activeElement.parentElement.getAttribute('aria-posinset')")
                            .asText())
                    .isEqualTo("300");
            assertThat(stage.value("document.querySelectorAll('#rows li').length")
                            .asInt())
                    .as("what is far away is no element")
                    .isLessThan(60);
            stage.browser().keys(HOME);
            assertThat(focused()).endsWith("|f299");
            stage.browser().keys(ENTER);
            stage.holds("location.hash.endsWith('/f299')");
            stage.reads("#detail h1", "NullPointerException");
            stage.holds("document.querySelectorAll('#rows a[tabindex=\"0\"]').length === 1");
        }
    }

    @Test
    void aThousandEventsOverARestartLeaveNoGapAndComeOnce() {
        try (TestTopics topic = topic("restart")) {
            send(topic, "first", 1, NOW - 5_000);
            show(topic, "");
            stage.lists(1);
            stage.browser().click("#live button");
            stage.reads("#live", "Paused – 0 new");

            thousand(topic, 0, 400);
            stage.reads("#live", "Paused – 400 new");
            stage.restart(() -> {
                stage.reads("#link", "connection lost");
                thousand(topic, 400, 700);
            });
            thousand(topic, 700, 1_000);
            stage.reads("#link", "live");
            stage.holds("document.querySelector('#live span').textContent === 'Paused – 1,000 new'");

            stage.browser().click("#live button");
            stage.lists(1_001);
            assertThat(walked()).as("each incident once, with its one error").isEqualTo(1_001);
        }
    }

    /** Walks through the whole list and counts the different incidents that were seen once. */
    private static int walked() {
        return stage.browser().run("""
                        const seen = new Map();
                        const list = document.querySelector('#incidents');
                        const look = () => document.querySelectorAll('#rows a').forEach((a) =>
                            seen.set(a.hash, a.querySelector('.count').textContent));
                        return (async () => {
                          for (let top = 0; top <= list.scrollHeight; top += 900) {
                            list.scrollTop = top;
                            await new Promise((done) => setTimeout(done, 20));
                            look();
                          }
                          list.scrollTop = 0;
                          return [...seen.values()].filter((count) => count === '1×').length;
                        })();
                        """).asInt();
    }

    private static void thousand(TestTopics topic, int from, int to) {
        topic.contexts(IntStream.range(from, to)
                .mapToObj(i -> IncidentSamples.context(topic.name(), "e" + i, "e" + i, 1, NOW - 2_000 + i)));
    }

    private static TestTopics topic(String name) {
        return new TestTopics(stage.broker(), name).create();
    }

    private static void send(TestTopics topic, String fingerprint, long count, double at) {
        topic.context(fingerprint, fingerprint + at, count, at);
    }

    private static void show(TestTopics topic, String more) {
        stage.browser().go(stage.url() + "/?topic=" + topic.name() + more);
        stage.reads("#link", "live");
    }

    private static String first() {
        return stage.value("document.querySelector('#rows a').hash").asText();
    }

    private static String focused() {
        return stage.value("document.activeElement.dataset.key").asText();
    }
}
