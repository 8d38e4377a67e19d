package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.WindowProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page for everyone: axe finds no violation in light, dark and on a phone; colours can be chosen. */
@ExtendWith(PageExtension.class)
class PageAccessIT {
    private static final double NOW = Instant.now().getEpochSecond();
    private static final String AXE = axe();

    private static PageStage stage;
    private static TestTopics topic;

    @BeforeAll
    static void start(PageStage opened) {
        stage = opened;
        topic = TestTopics.named(stage.broker(), "app").create();
        fill();
    }

    @AfterAll
    static void stop() {
        topic.close();
    }

    @Test
    void axeFindsNothingInLight() throws IOException {
        stage.browser().dark(false);
        stage.browser().size(1360, 1500);
        everyView("light");
    }

    @Test
    void axeFindsNothingInDark() throws IOException {
        stage.browser().dark(true);
        stage.browser().size(1360, 1500);
        everyView("dark");
        stage.browser().dark(false);
    }

    @Test
    void axeFindsNothingOnAPhone() throws IOException {
        stage.browser().size(390, 844);
        everyView("phone");
        stage.browser().dark(true);
        everyView("phone-dark");
        stage.browser().dark(false);
        stage.browser().size(1360, 1500);
    }

    @Test
    void aPersonChoosesLightOrDarkAndTheBrowserKeepsIt() {
        stage.browser().dark(false);
        stage.browser().go(stage.url());
        String white = background();
        press(2);
        String dark = background();
        assertThat(dark).isNotEqualTo(white);
        stage.browser().go(stage.url() + "/?q=again");
        assertThat(background()).as("after loading anew").isEqualTo(dark);
        press(1);
        assertThat(background()).as("as the system says").isEqualTo(white);
        assertThat(stage.value("document.querySelector('#theme').ariaLabel").asText())
                .contains("as the system");
    }

    private static void press(int times) {
        for (int i = 0; i < times; i++) {
            stage.browser().click("#theme");
        }
    }

    private static String background() {
        return stage.value("getComputedStyle(document.body).backgroundColor").asText();
    }

    /** The list, one incident with all its parts open, the charts, a paused list, an empty filter. */
    private static void everyView(String look) throws IOException {
        for (String view : List.of("/", "/#/app/f1", "/#/charts", "/?q=nothing-fits", "/#/app/unknown")) {
            stage.browser().go("about:blank");
            stage.browser().go(stage.url() + view);
            stage.reads("#link", "live");
            stage.reads("#tally", "4");
            if (view.endsWith("f1")) {
                stage.reads("#detail .timeline", "12,340");
                stage.shot("page-" + look);
                stage.browser().run("document.querySelectorAll('#detail details').forEach((one) => (one.open = true))");
                stage.reads("#detail .trail", "propose by policy");
            }
            if (view.equals("/")) {
                stage.browser().click("#live button");
                stage.reads("#live", "Paused");
                stage.shot("page-list-" + look);
            }
            if (view.endsWith("charts")) {
                stage.reads(".charts", "errors");
                stage.browser().run("document.querySelector('.charts details').open = true");
                stage.shot("page-charts-" + look);
            }
            assertThat(stage.value("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .as("nothing sticks out: %s, %s", look, view)
                    .isTrue();
            assertThat(violations()).as("%s, %s", look, view).isEmpty();
        }
    }

    private static List<String> violations() {
        stage.browser().run(AXE + "; window.axe = axe;");
        JsonNode found = stage.browser().run("return axe.run(document, {resultTypes: ['violations']})");
        List<String> words = new ArrayList<>();
        for (JsonNode one : found.path("violations")) {
            for (JsonNode node : one.path("nodes")) {
                words.add(one.path("id").asText() + ": " + node.path("html").asText() + " "
                        + node.path("failureSummary").asText());
            }
        }
        assertThat(found.path("violations").isArray()).as("axe ran").isTrue();
        return words;
    }

    private static void fill() {
        topic.raw(40);
        topic.windowed(
                "tracemend-windows-progress", 40, new WindowProgress(1, "kstreams", NOW, NOW - 60, 37, 1_204_224));
        FixResult fix = IncidentSamples.verified("app", "f1", "r1", NOW - 600);
        for (int i = 0; i < 20; i++) {
            topic.context("f1", "c" + i, 1 + i * 7 % 11, NOW - 1_300 + i * 60);
        }
        topic.context(
                IncidentSamples.context("app", "conn", "d1", "java.net.ConnectException: refused", 12, NOW - 320));
        topic.context(IncidentSamples.context("app", "cast", "d2", "java.lang.ClassCastException: no", 1, NOW - 41));
        topic.context(IncidentSamples.context("app", "fresh", "d3", "Out of beans", 2, NOW - 8));
        topic.result(fix);
        topic.result(IncidentSamples.diagnosed("app", "conn", "r2", NOW - 300));
        topic.memory(IncidentSamples.memory("app", "f1", Lifecycle.PROPOSED, fix, NOW - 590));
        AuditEntry propose = IncidentSamples.audit("app", "f1", "a-1", "propose", NOW - 590);
        topic.audit(propose);
    }

    private static String axe() {
        try (InputStream in = PageAccessIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
