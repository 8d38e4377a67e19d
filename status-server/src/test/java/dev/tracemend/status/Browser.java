package dev.tracemend.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, driven through chromedriver by the WebDriver protocol. */
final class Browser implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String base;
    private String session = "";

    private Browser(Process driver, int port) {
        this.driver = driver;
        this.base = "http://127.0.0.1:" + port;
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** A window of 1360 by 1500 points; {@code profile} is an empty folder. */
    static Browser start(Path profile) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(DRIVER.toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("driver.log").toFile())
                .start();
        Browser browser = new Browser(process, port);
        try {
            browser.open(profile);
            return browser;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    private void open(Path profile) {
        org.awaitility.Awaitility.await()
                .ignoreExceptions()
                .until(() -> call("GET", "/status", Map.of()).path("ready").asBoolean());
        List<String> flags = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--window-size=1360,1500",
                "--user-data-dir=" + profile.resolve("profile"));
        Map<String, Object> chrome = Map.of("binary", CHROMIUM.toString(), "args", flags);
        JsonNode made = call(
                "POST",
                "/session",
                Map.of(
                        "capabilities",
                        Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions", chrome))));
        session = "/session/" + made.path("sessionId").asText();
    }

    void go(String url) {
        call("POST", session + "/url", Map.of("url", url));
    }

    /** The value of a JavaScript function's body. */
    JsonNode run(String script) {
        return call("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** A real click, with the mouse, on the first element that matches. */
    void click(String selector) {
        JsonNode found = call("POST", session + "/element", Map.of("using", "css selector", "value", selector));
        call("POST", session + "/element/" + found.elements().next().asText() + "/click", Map.of());
    }

    /** Types into what has the focus; special keys as WebDriver codes them, {@code \\uE015} is the arrow down. */
    void keys(String text) {
        List<Map<String, String>> strokes = text.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        call(
                "POST",
                session + "/actions",
                Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
    }

    /** Scrolls as a finger does, so many points downwards at a speed in points a second, and waits for the end of it. */
    void scroll(int x, int y, int distance, int speed) {
        devTools(
                "Input.synthesizeScrollGesture",
                Map.of("x", x, "y", y, "yDistance", -distance, "speed", speed, "gestureSourceType", "mouse"));
    }

    /** What a person can read. */
    String text(String selector) {
        return run("return document.querySelector('" + selector + "')?.innerText ?? ''")
                .asText();
    }

    void dark(boolean on) {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    void size(int width, int height) {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void devTools(String command, Map<String, ?> parameters) {
        call("POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(call("GET", session + "/screenshot", Map.of()).asText()));
    }

    private JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            HttpRequest.BodyPublisher sent = method.equals("POST")
                    ? HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))
                    : HttpRequest.BodyPublishers.noBody();
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(method, sent)
                    .build();
            JsonNode value = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("value");
            if (value.has("error")) {
                throw new IllegalStateException(
                        path + ": " + value.path("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!session.isEmpty()) {
                call("DELETE", session, Map.of());
            }
        } finally {
            driver.destroy();
            try {
                if (!driver.waitFor(5, TimeUnit.SECONDS)) {
                    driver.destroyForcibly();
                }
            } catch (InterruptedException e) {
                driver.destroyForcibly();
            }
        }
    }
}
