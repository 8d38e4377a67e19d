package dev.tracemend.worker.deliver.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tracemend.worker.deliver.http.HttpAnswer;
import dev.tracemend.worker.deliver.http.OutboundHttp;
import dev.tracemend.worker.deliver.pull.ForgeException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON calls to one REST API, with what was refused told apart. */
final class ForgeCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_WORDS = 300;

    private final PullSettings settings;
    private final Map<String, String> headers;
    private final OutboundHttp http;
    private final Clock clock;

    ForgeCalls(PullSettings settings, Map<String, String> headers, Clock clock) {
        this.settings = settings;
        this.headers = headers;
        this.http = new OutboundHttp(settings.patience(), clock);
        this.clock = clock;
    }

    JsonNode get(String path) {
        return call(path, "GET", Map.of());
    }

    JsonNode send(String method, String path, Map<String, ?> body) {
        return call(path, method, body);
    }

    private JsonNode call(String path, String method, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.api() + path))
                    .header("User-Agent", "tracemend")
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            HttpAnswer answer = http.send(request);
            if (!answer.ok()) {
                throw refusal(answer);
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException odd) {
            throw new ForgeException(
                    Kind.REFUSED,
                    host() + " answered with something that is no JSON: is the API's address right?",
                    none());
        } catch (IOException away) {
            throw new ForgeException(Kind.UNREACHABLE, host() + " did not answer: " + masked(away.toString()), none());
        }
    }

    private ForgeException refusal(HttpAnswer answer) {
        int status = answer.status();
        if (answer.isRateLimited()) {
            Optional<Duration> wait = answer.retryAfter(clock);
            return new ForgeException(
                    Kind.RATE_LIMITED,
                    host() + " takes no more requests for now"
                            + wait.map(time -> "; it may again in " + time.toSeconds() + " s")
                                    .orElse(""),
                    wait);
        }
        if (answer.isPassing()) {
            return new ForgeException(Kind.UNREACHABLE, host() + " is out of order: it answered " + status, none());
        }
        Optional<String> scope = missingScope(answer);
        if (scope.isPresent()) {
            return new ForgeException(
                    Kind.MISSING_SCOPE,
                    "the token may not open pull requests in " + project() + ": give it " + scope.get(),
                    none());
        }
        return switch (status) {
            case 401 ->
                new ForgeException(
                        Kind.TOKEN_REFUSED, host() + " does not know the token: it expired or was revoked", none());
            case 404 ->
                new ForgeException(
                        Kind.NOT_FOUND,
                        "there is no project " + project()
                                + ", or the token may not see it: check the remote origin and"
                                + " the token's projects",
                        none());
            case 301, 302, 307, 308 ->
                new ForgeException(
                        Kind.REFUSED, project() + " has moved: set the remote origin to its new address", none());
            default ->
                new ForgeException(
                        words(answer).contains("already exists") ? Kind.EXISTS : Kind.REFUSED,
                        host() + " refused (" + status + "): " + words(answer),
                        none());
        };
    }

    /** What the token lacks, as the server words it; empty where that is not the matter. */
    private static Optional<String> missingScope(HttpAnswer answer) {
        JsonNode body = json(answer);
        if (answer.status() == 403 && body.path("error").asText().equals("insufficient_scope")) {
            String scope = body.path("scope").asText("api");
            return Optional.of("the scope " + scope.replaceAll("[^A-Za-z0-9_, :=-]", ""));
        }
        Optional<String> permission =
                answer.header("x-accepted-github-permissions").filter(text -> !text.isBlank());
        if (answer.status() == 403 && permission.isPresent()) {
            return permission.map(text -> "the permission " + text.replaceAll("[^A-Za-z0-9_, :=;-]", ""));
        }
        String accepted = answer.header("x-accepted-oauth-scopes").orElse("");
        String given = answer.header("x-oauth-scopes").orElse("repo");
        boolean lacks = !accepted.isBlank()
                && java.util.Arrays.stream(accepted.split(",", -1))
                        .map(String::strip)
                        .noneMatch(java.util.Arrays.stream(given.split(",", -1))
                                .map(String::strip)
                                .toList()::contains);
        if ((answer.status() == 403 || answer.status() == 404) && lacks) {
            return Optional.of("the scope " + accepted.replaceAll("[^A-Za-z0-9_, :-]", ""));
        }
        return answer.status() == 403 ? Optional.of("write access to pull requests and contents") : Optional.empty();
    }

    private String words(HttpAnswer answer) {
        JsonNode body = json(answer);
        String said = body.path("message").isTextual()
                ? body.path("message").asText()
                : body.path("message").toString();
        String more = body.has("errors") ? " " + body.path("errors") : "";
        String one = masked((said + more).replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
        return one.substring(0, Math.min(LONGEST_WORDS, one.length()));
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            JsonNode read = JSON.readTree(answer.body());
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException odd) {
            return MissingNode.getInstance();
        }
    }

    private String masked(String text) {
        return text.replace(settings.token(), "***");
    }

    private String host() {
        return String.valueOf(settings.api().getHost());
    }

    private String project() {
        return settings.project().path();
    }

    private static Optional<Duration> none() {
        return Optional.empty();
    }
}
