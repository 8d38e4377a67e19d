package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The page in a real browser, with a broker and a server of its own, since the page shows all there is. */
final class PageStage implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Browser browser;
    private StatusServer server;

    private PageStage(Path folder, EmbeddedBroker broker, StatusServer server, Browser browser) {
        this.folder = folder;
        this.broker = broker;
        this.server = server;
        this.browser = browser;
    }

    /** A stage with the page open; without a browser the test is skipped, but not in CI. */
    static PageStage open(Path folder) throws IOException {
        RequiredTool.check(
                Browser.isThere(),
                "no " + Browser.CHROMIUM + " with " + Browser.DRIVER
                        + ": the page is not looked at (apt: chromium-driver)");
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        TestTopics.createShared(broker);
        Browser browser = Browser.start(folder);
        PageStage stage = new PageStage(folder, broker, serve(folder, broker, 0), browser);
        browser.size(1360, 1500);
        browser.go(stage.url());
        stage.reads("#link", "live");
        return stage;
    }

    private static StatusServer serve(Path folder, EmbeddedBroker broker, int port) {
        StatusServer made = StatusServer.start(StatusConfig.of(
                broker.bootstrap(), "127.0.0.1", port, folder.resolve("status"), StatusConfig.HEURISTIC_NOTE));
        await().atMost(Duration.ofSeconds(30)).until(made::isReady);
        return made;
    }

    /** Stops the server; what happens meanwhile is up to the caller; starts it again at the same address. */
    void restart(Runnable meanwhile) {
        int port = server.port();
        server.close();
        meanwhile.run();
        server = serve(folder, broker, port);
    }

    EmbeddedBroker broker() {
        return broker;
    }

    Browser browser() {
        return browser;
    }

    String url() {
        return server.url();
    }

    /** Waits until a person can read words there. */
    void reads(String selector, String words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(browser.text(selector))
                .as(() -> selector + " of " + seen())
                .contains(words));
    }

    /** Waits until an expression is true. */
    void holds(String expression) {
        await(expression).atMost(PATIENCE).until(() -> value(expression).asBoolean());
    }

    /** Waits until the list has so many incidents, most of them beyond the screen. */
    void lists(int incidents) {
        await(incidents + " incidents").atMost(PATIENCE).until(() -> isListing(incidents));
    }

    boolean isListing(int incidents) {
        return value("document.querySelector('#rows li')?.getAttribute('aria-setsize') ?? '0'")
                        .asInt()
                == incidents;
    }

    /** Where the browser is and how the page begins, for a person who reads why a test failed. */
    private String seen() {
        return value("location.href + ': ' + document.body.innerText.slice(0, 600)")
                .asText();
    }

    /** What an expression of JavaScript is. */
    JsonNode value(String expression) {
        return browser.run("return (" + expression + ")");
    }

    void shot(String name) throws IOException {
        browser.screenshot(SHOTS.resolve(name + ".png"));
    }

    @Override
    public void close() {
        browser.close();
        server.close();
        broker.close();
    }
}
