package dev.tracemend.worker.deliver.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * GitHub or GitLab with one project, over real HTTP: the part of the REST API that pull requests need, and git's own
 * server for pushes, both behind the token. Refusals can be scripted; they come before anything else is looked at.
 */
public final class ScriptedForge implements AutoCloseable {
    public static final String TOKEN = "s3cret-token-of-a-person";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean gitHub;
    private final Path repository;
    private final GitBackend backend;
    private final HttpServer server;
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final List<ObjectNode> pulls = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> gitUsers = new CopyOnWriteArrayList<>();

    /** An answer instead of the usual one. */
    record Refusal(int status, String body, Map<String, String> headers) {}

    public ScriptedForge(PullSettings.Kind kind, Path folder) throws IOException {
        this.gitHub = kind == PullSettings.Kind.GITHUB;
        this.repository = Files.createDirectories(folder.resolve("acme/shop.git"));
        this.backend = new GitBackend(folder);
        GitFolder.git(repository, "init", "-q", "--bare", "-b", "main");
        GitFolder.git(repository, "config", "http.receivepack", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "scripted-forge");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/api", this::api);
        server.createContext("/acme/shop.git", this::git);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Map<String, String> environment() {
        return gitHub
                ? Map.of("GITHUB_TOKEN", TOKEN, "GITHUB_API_URL", url() + "/api")
                : Map.of("GITLAB_TOKEN", TOKEN, "GITLAB_API_URL", url() + "/api");
    }

    public Path repository() {
        return repository;
    }

    synchronized void refuse(int status, String body, Map<String, String> headers) {
        refusals.add(new Refusal(status, body, headers));
    }

    /** What a person does on the server's page. */
    public synchronized void set(int number, String state) {
        ObjectNode one = pulls.get(number - 1);
        if (gitHub) {
            one.put("state", state.equals("open") ? "open" : "closed");
            one.put("merged_at", state.equals("merged") ? Instant.now().toString() : null);
        } else {
            one.put("state", state.equals("open") ? "opened" : state);
        }
    }

    synchronized void addToBody(int number, String before, String after) {
        ObjectNode one = pulls.get(number - 1);
        String key = gitHub ? "body" : "description";
        one.put(key, before + one.path(key).asText() + after);
    }

    public synchronized List<JsonNode> pulls() {
        List<JsonNode> copies = new ArrayList<>();
        pulls.forEach(one -> copies.add(one.deepCopy()));
        return copies;
    }

    /** Method and path of each request to the API. */
    List<String> requests() {
        return requests;
    }

    /** Names that came with a good token over git. */
    List<String> gitUsers() {
        return gitUsers;
    }

    private void git(HttpExchange exchange) throws IOException {
        try (exchange) {
            String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            String[] who = header.startsWith("Basic ")
                    ? new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8).split(":", 2)
                    : new String[] {"", ""};
            if (!who[1].equals(TOKEN)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            gitUsers.add(who[0]);
            backend.answer(exchange);
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath().substring("/api".length());
            requests.add(exchange.getRequestMethod() + " " + path);
            String given = gitHub
                    ? String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    : "Bearer " + exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
            Refusal refusal;
            synchronized (this) {
                refusal = refusals.poll();
            }
            if (refusal != null) {
                refusal.headers().forEach(exchange.getResponseHeaders()::add);
                send(exchange, refusal.status(), refusal.body());
            } else if (!given.equals("Bearer " + TOKEN)) {
                send(exchange, 401, "{\"message\":\"Bad credentials\"}");
            } else {
                usual(exchange, path, body);
            }
        }
    }

    private synchronized void usual(HttpExchange exchange, String path, byte[] body) throws IOException {
        String project = gitHub ? "/repos/acme/shop" : "/projects/acme%2Fshop";
        String pullsPath = project + (gitHub ? "/pulls" : "/merge_requests");
        String method = exchange.getRequestMethod();
        if (path.equals(project)) {
            send(exchange, 200, "{\"default_branch\":\"main\"}");
        } else if (path.equals(pullsPath) && method.equals("GET")) {
            send(exchange, 200, list(exchange.getRequestURI().getRawQuery()).toString());
        } else if (path.equals(pullsPath) && method.equals("POST")) {
            open(exchange, (ObjectNode) JSON.readTree(body));
        } else if (path.startsWith(pullsPath + "/") && method.equals(gitHub ? "PATCH" : "PUT")) {
            ObjectNode one = pulls.get(Integer.parseInt(path.substring(pullsPath.length() + 1)) - 1);
            one.setAll((ObjectNode) JSON.readTree(body));
            send(exchange, 200, fresh(one).toString());
        } else {
            send(exchange, 404, "{\"message\":\"Not Found\"}");
        }
    }

    private ArrayNode list(String query) {
        ArrayNode found = JSON.createArrayNode();
        String wanted = "";
        for (String part : query.split("&", -1)) {
            String value = URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8);
            if (part.startsWith("head=")) {
                wanted = value.substring(value.indexOf(':') + 1);
            } else if (part.startsWith("source_branch=")) {
                wanted = value;
            }
        }
        for (int i = pulls.size() - 1; i >= 0; i--) {
            ObjectNode one = fresh(pulls.get(i));
            if (wanted.isEmpty() || branch(one).equals(wanted)) {
                found.add(one);
            }
        }
        return found;
    }

    private void open(HttpExchange exchange, ObjectNode asked) throws IOException {
        String branch = asked.path(gitHub ? "head" : "source_branch").asText();
        boolean exists = pulls.stream()
                .anyMatch(one ->
                        branch(one).equals(branch) && one.path("state").asText().startsWith("open"));
        if (exists) {
            send(
                    exchange,
                    gitHub ? 422 : 409,
                    gitHub
                            ? "{\"message\":\"Validation Failed\",\"errors\":[{\"message\":\"A pull request already exists"
                                    + " for acme:" + branch + ".\"}]}"
                            : "{\"message\":[\"Another open merge request already exists for this source branch: !1\"]}");
            return;
        }
        int number = pulls.size() + 1;
        ObjectNode one = asked.deepCopy();
        one.put("created_at", Instant.now().toString());
        if (gitHub) {
            one.put("number", number).put("state", "open").put("html_url", url() + "/acme/shop/pull/" + number);
            one.putObject("head").put("ref", branch);
        } else {
            one.put("iid", number)
                    .put("state", "opened")
                    .put("web_url", url() + "/acme/shop/-/merge_requests/" + number);
        }
        pulls.add(one);
        send(exchange, 201, fresh(one).toString());
    }

    private ObjectNode fresh(ObjectNode one) {
        String sha = GitFolder.git(repository, "for-each-ref", "--format=%(objectname)", "refs/heads/" + branch(one))
                .strip();
        if (gitHub) {
            ((ObjectNode) one.path("head")).put("sha", sha);
        } else {
            one.put("sha", sha);
        }
        return one;
    }

    private String branch(JsonNode one) {
        return gitHub
                ? one.path("head").path("ref").asText()
                : one.path("source_branch").asText();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
