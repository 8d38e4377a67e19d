package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no honest client makes, over raw sockets. There is no broker: none is needed to refuse them. */
class HostileRequestsIT {
    private static final String DECISIONS = "/api/incidents/a/b/decisions";

    @TempDir
    private static Path folder;

    private static StatusServer server;

    @BeforeAll
    static void start() {
        server = StatusServer.start(StatusConfig.of("127.0.0.1:1", "127.0.0.1", 0, folder, "", Map.of()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../etc/passwd",
                "/assets/..%2f..%2fetc%2fpasswd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%5c..%5cetc%5cpasswd",
                "/assets/%252e%252e%252fapp.js",
                "/assets//app.js",
                "/assets/app.js%00.css",
                "/assets/file:%2f%2f%2fetc%2fpasswd",
                "/assets/login.html",
                "/assets/openapi.yaml",
                "/login.html",
                "//evil.example/",
                "/containersX"
            })
    void noPathLeadsOutOfWhatIsServed(String path) throws IOException {
        assertProblem(ask("GET " + path + " HTTP/1.1"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /%zz, 400",
        "GET /api/incidents?limit=%zz, 400",
        "DELETE /deploy, 405",
        "POST /deploy, 405",
        "OPTIONS /api/incidents, 405",
        "TRACE /, 405",
        "BREW /, 405",
        "CONNECT localhost:1, 404",
    })
    void whatIsNotOfferedIsAProblem(String line, int status) throws IOException {
        String answer = ask(line + " HTTP/1.1");

        assertProblem(answer, status);
        if (status == 405) {
            assertThat(header(answer, "allow")).contains("GET");
        }
    }

    @Test
    void whatIsNoHttpIsAProblemToo() throws IOException {
        assertProblem(raw("nonsense\r\n\r\n"), 400);
        assertProblem(ask("GET / HTTP/1.1", "Bad Header: x"), 400);
        assertProblem(ask("GET / HTTP/1.1", "Cookie: a=\u0001"), 400);
        assertProblem(ask("GET /deploy HTTP/1.1", "Accept: image/png"), 406);
        assertProblem(ask("GET / HTTP/1.1", "Host: evil.example"), 400);
    }

    @Test
    void nothingOfARequestBecomesAHeaderOfTheAnswer() throws IOException {
        for (String path : List.of(
                "/nowhere%0d%0aSet-Cookie:%20planted=1",
                "/nowhere?x=%0d%0aSet-Cookie:%20planted=1",
                "/api/incidents/a%0d%0aSet-Cookie:%20planted=1/b",
                "/api/incidents?topic=a%0d%0aSet-Cookie:%20planted=1",
                "/?token=x%0d%0aSet-Cookie:%20planted=1",
                "/assets/a%0aSet-Cookie:%20planted=1")) {
            String answer = ask("GET " + path + " HTTP/1.1", "Last-Event-ID: a\tSet-Cookie: planted=1");
            assertThat(head(answer).toLowerCase(Locale.ROOT)).as(path).doesNotContain("planted");
        }
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutBeingRead() throws IOException {
        String json = "Content-Type: application/json";
        assertProblem(ask("GET /" + "a".repeat(9_000) + " HTTP/1.1"), 413);
        assertProblem(ask("GET / HTTP/1.1", "X: " + "a".repeat(20_000)), 413);
        assertProblem(raw(request("POST " + DECISIONS + " HTTP/1.1", json, "Content-Length: 9999999999")), 413);
        assertProblem(raw(request("POST /login HTTP/1.1", "Content-Length: 9999999999")), 413);
        assertProblem(
                raw(request("POST " + DECISIONS + " HTTP/1.1", json, "Content-Length: 70000") + "a".repeat(70_000)),
                413);
        String chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        assertProblem(
                raw(request("POST " + DECISIONS + " HTTP/1.1", json, "Transfer-Encoding: chunked") + chunk.repeat(4)),
                413);
        assertThat(ask("GET /health/liveness HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aDecisionMustSayThatItIsJson() throws IOException {
        for (String type : List.of("Content-Type: text/plain", "Content-Type: nonsense", "X: none")) {
            assertProblem(raw(request("POST " + DECISIONS + " HTTP/1.1", type, "Content-Length: 2") + "{}"), 415);
        }
    }

    @Test
    void noiseIsAnsweredOrCutOffAndTheServerLives() throws IOException {
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            String text = new String(noise, StandardCharsets.ISO_8859_1);
            String path = text.replaceAll("[\\s\\x00]", "");
            String answer = raw(
                    switch (i % 3) {
                        case 0 -> text + "\r\n\r\n";
                        case 1 -> request("GET /" + path + " HTTP/1.1");
                        default -> request("GET / HTTP/1.1", "Cookie: " + path, "Authorization: Bearer " + path);
                    });
            assertThat(answer).as("round %d", i).doesNotContain(" 500 ");
        }
        assertThat(ask("GET /health/liveness HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "content-security-policy")).contains("default-src 'none'");
        JsonNode problem = StatusClient.read(answer.substring(head(answer).length()));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(problem.path("traceId").asText()).isNotEmpty();
    }

    private static String head(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        return end < 0 ? answer : answer.substring(0, end + 4);
    }

    private static String header(String answer, String name) {
        return head(answer)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String request(String line, String... headers) {
        return line + "\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
    }

    private static String ask(String line, String... headers) throws IOException {
        return raw(request(line, headers));
    }

    /** What comes back before the server closes; it may close before it has read all. */
    private static String raw(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            for (int read = socket.getInputStream().read();
                    read >= 0;
                    read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
        } catch (java.net.SocketException | java.net.SocketTimeoutException closed) {
            return answer.toString();
        }
        return answer.toString();
    }
}
