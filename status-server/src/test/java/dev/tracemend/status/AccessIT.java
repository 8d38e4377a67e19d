package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.status.access.AccessSettings;
import dev.tracemend.status.access.AccessToken;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server beyond loopback, met by somebody who knows nothing. There is no broker: none is needed to be turned away. */
class AccessIT {
    private static final String TOKEN = "a-token-that-a-person-chose";
    private static final String[] HTML = {"Accept", "text/html,application/xhtml+xml"};

    @TempDir
    private Path folder;

    @Test
    void withoutTheTokenNothingIsToldButThatItLives() {
        try (StatusServer server = start("0.0.0.0", given())) {
            StatusClient client = new StatusClient(server.url());
            for (String path : List.of(
                    "/",
                    "/health",
                    "/health/readiness",
                    "/health/liveness/",
                    "/deploy",
                    "/containers",
                    "/api/incidents",
                    "/api/incidents/a/b",
                    "/api/incidents/a/b/audit",
                    "/api/pipeline",
                    "/api/events",
                    "/metrics",
                    "/openapi.yaml",
                    "/asyncapi.yaml",
                    "/assets/app.js",
                    "/assets/none",
                    "/nowhere",
                    "/login",
                    "/health/liveness/../readiness",
                    "//health/liveness",
                    "/health/liveness%2f..%2freadiness")) {
                HttpResponse<String> answer = client.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("www-authenticate"))
                        .as(path)
                        .hasValueSatisfying(said -> assertThat(said).startsWith("Bearer"));
                StatusServerIT.assertProblem(answer, 401);
            }
            assertThat(client.post("/api/incidents/a/b/decisions", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.post("/health/liveness", "").statusCode()).isEqualTo(401);
            assertThat(client.get("/health/liveness").statusCode()).isEqualTo(200);
            assertThat(client.get("/deploy", "Authorization", "Bearer wrong").statusCode())
                    .isEqualTo(401);
            assertThat(client.get("/deploy", "Authorization", "Basic " + TOKEN).statusCode())
                    .isEqualTo(401);
            assertThat(client.get("/deploy?token=" + TOKEN).statusCode()).isEqualTo(401);
            assertThat(client.get("/deploy", "Authorization", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/nowhere", "Authorization", "bearer  " + TOKEN)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aPersonLogsInAndThePageWorksByACookieThatNoScriptReads() {
        try (StatusServer server = start("0.0.0.0", given())) {
            StatusClient client = new StatusClient(server.url());
            HttpResponse<String> asked = client.get("/", HTML);
            assertThat(asked.statusCode()).isEqualTo(401);
            assertThat(asked.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
            assertThat(asked.headers().firstValue("content-security-policy").orElse(""))
                    .contains("default-src 'none'", "style-src 'sha256-", "form-action 'self'")
                    .doesNotContain("unsafe", "script-src");
            assertThat(asked.body()).contains("action=\"/login\"").doesNotContain("<script", "http://", "https://");

            assertThat(login(client, "wrong").statusCode()).isEqualTo(401);
            HttpResponse<String> in = login(client, TOKEN);
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("location")).contains("/");
            String cookie = in.headers().firstValue("set-cookie").orElseThrow();
            assertThat(cookie)
                    .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                    .doesNotContain(TOKEN);

            String[] session = {"Cookie", "other=1; " + cookie.substring(0, cookie.indexOf(';'))};
            assertThat(client.get("/", session).body()).contains("/assets/app.js");
            assertThat(client.get("/assets/app.js", session).statusCode()).isEqualTo(200);
            assertThat(client.get("/api/pipeline", session).statusCode()).isEqualTo(200);
            String[] foreign = {
                session[0], session[1], "Content-Type", "application/json", "Origin", "http://localhost:1"
            };
            assertThat(client.post("/api/incidents/a/b/decisions", "{}", foreign)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(client.get("/", "Cookie", session[1] + "0").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theLoginIsOnlyForOurOwnForm() {
        try (StatusServer server = start("0.0.0.0", given())) {
            StatusClient client = new StatusClient(server.url());
            String form = "token=" + TOKEN;
            String[] foreign = {"Content-Type", "application/x-www-form-urlencoded", "Origin", "http://evil.example"};
            assertThat(client.post("/login", form, foreign).statusCode()).isEqualTo(403);
            assertThat(client.post("/login", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(login(client, "").statusCode()).isEqualTo(401);
            assertThat(client.post("/login", "x", foreign[0], foreign[1]).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whereNoneWasGivenATokenIsMadeAndItsLinkLogsIn() throws IOException {
        String link;
        try (StatusServer server = start("0.0.0.0", AccessSettings.DEFAULT)) {
            link = server.entrance().orElseThrow();
            String query = link.substring(server.url().length());
            StatusClient client = new StatusClient(server.url());
            assertThat(client.get("/deploy").statusCode()).isEqualTo(401);
            HttpResponse<String> in = client.get(query);
            assertThat(in.statusCode()).isEqualTo(303);
            String cookie = in.headers().firstValue("set-cookie").orElseThrow();
            assertThat(client.get("/deploy", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/?token=wrong", HTML).statusCode()).isEqualTo(401);
        }
        assertThat(link).endsWith(Files.readString(folder.resolve("token")).strip());
        try (StatusServer again = start("0.0.0.0", AccessSettings.DEFAULT)) {
            assertThat(again.entrance().orElseThrow()).endsWith(link.substring(link.indexOf("/?")));
        }
    }

    @Test
    void onLoopbackNobodyIsAskedUnlessATokenWasGiven() {
        try (StatusServer server = start("127.0.0.1", AccessSettings.DEFAULT)) {
            assertThat(new StatusClient(server.url()).get("/deploy").statusCode())
                    .isEqualTo(200);
            assertThat(server.entrance()).isEmpty();
            assertThat(folder.resolve("token")).doesNotExist();
        }
        try (StatusServer server = start("127.0.0.1", given())) {
            assertThat(new StatusClient(server.url()).get("/deploy").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        AccessSettings slow = new AccessSettings(List.of(), false, 1);
        try (StatusServer server = start("127.0.0.1", slow)) {
            StatusClient client = new StatusClient(server.url());
            HttpResponse<String> answer = client.get("/deploy");
            for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
                answer = client.get("/deploy");
            }
            StatusServerIT.assertProblem(answer, 429);
            assertThat(answer.headers().firstValueAsLong("retry-after").orElse(0))
                    .isBetween(1L, 2L);
        }
    }

    private static HttpResponse<String> login(StatusClient client, String token) {
        return client.post(
                "/login",
                "token=" + java.net.URLEncoder.encode(token, StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static AccessSettings given() {
        return new AccessSettings(List.of(AccessToken.of(TOKEN, "a test")), false, AccessSettings.DEFAULT.perSecond());
    }

    private StatusServer start(String host, AccessSettings access) {
        return StatusServer.start(new StatusConfig(
                "127.0.0.1:1", host, 0, folder, "", "", Duration.ofDays(1), List.of(), "", "", "", access, "", ""));
    }
}
