package dev.tracemend.agent.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A real HTTP server that answers as one provider would, from a script; the last answer holds for ever. */
final class ScriptedProvider implements AutoCloseable {
    private final ProviderScript provider;
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Reply> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();

    /** One answer; {@code broken} closes the connection before all that was promised is sent. */
    record Reply(int status, String type, String body, String retryAfter, boolean hangs, boolean broken) {
        static Reply json(String body) {
            return new Reply(200, "application/json", body, "", false, false);
        }

        static Reply error(int status, String retryAfter) {
            String body = "{\"error\":{\"message\":\"scripted " + status + "\",\"type\":\"scripted\"}}";
            return new Reply(status, "application/json", body, retryAfter, false, false);
        }

        static Reply hanging() {
            return new Reply(200, "application/json", "", "", true, false);
        }
    }

    ScriptedProvider(ProviderScript provider, Reply... script) {
        this.provider = provider;
        this.script = List.of(script);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "scripted-provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    ModelConfig config(Duration timeout) {
        return new ModelConfig(
                provider.provider,
                "http://127.0.0.1:" + server.getAddress().getPort() + provider.base,
                "key",
                "scripted",
                timeout,
                3,
                1_000_000);
    }

    List<String> requests() {
        return requests;
    }

    /** Where each request went. */
    List<String> paths() {
        return paths;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = script.get(Math.min(requests.size(), script.size() - 1));
            paths.add(exchange.getRequestURI().getPath());
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (reply.hangs()) {
                closing.await(30, TimeUnit.SECONDS);
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", reply.type());
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            exchange.sendResponseHeaders(reply.status(), reply.broken() ? body.length + 1_000L : body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
