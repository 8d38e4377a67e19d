package dev.tracemend.tailer.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tracemend.contracts.Wire;
import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics} for Prometheus, {@code /health} (503 when a person must look), {@code /health/liveness} and
 * {@code /status} as JSON.
 */
public final class MetricsServer implements AutoCloseable {
    private static final String JSON = "application/json";
    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final ExecutorService thread;

    private MetricsServer(HttpServer server, ExecutorService thread) {
        this.server = server;
        this.thread = thread;
    }

    /**
     * Starts to listen; port 0 takes any that is free.
     *
     * @throws TailerStartException when the port is taken or the address is not ours
     */
    public static MetricsServer start(String host, int port, Supplier<TailerFigures> figures) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
            ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
                Thread made = new Thread(work, "tailer-metrics");
                made.setDaemon(true);
                return made;
            });
            http.setExecutor(thread);
            MetricsServer server = new MetricsServer(http, thread);
            server.serve("/metrics", figures, f -> new Answer(200, PrometheusText.CONTENT_TYPE, PrometheusText.of(f)));
            server.serve("/status", figures, f -> json(200, f));
            server.serve("/health", figures, f -> json(f.isHealthy() ? 200 : 503, TailerHealth.of(f)));
            server.serve("/health/liveness", figures, f -> new Answer(200, JSON, "{\"status\":\"UP\"}"));
            server.serve(
                    "/", figures, f -> new Answer(404, JSON, "{\"paths\":[\"/metrics\",\"/health\",\"/status\"]}"));
            http.start();
            return server;
        } catch (IOException e) {
            throw new TailerStartException("metrics cannot be served at " + host + ":" + port + " (" + e.getMessage()
                    + "); name another port with --metrics-port, or an address of this machine with --metrics-host");
        }
    }

    private record Answer(int code, String type, String body) {}

    private static Answer json(int code, Record value) {
        return new Answer(code, JSON, new String(Wire.write(value), StandardCharsets.UTF_8));
    }

    private void serve(String path, Supplier<TailerFigures> figures, Function<TailerFigures, Answer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                boolean exact =
                        path.equals("/") || exchange.getRequestURI().getPath().equals(path);
                boolean reads = exchange.getRequestMethod().matches("GET|HEAD");
                Answer given = !reads
                        ? new Answer(405, JSON, "{}")
                        : exact ? answer.apply(figures.get()) : new Answer(404, JSON, "{}");
                send(exchange, given);
            }
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.code(), head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Where it listens: {@code http://127.0.0.1:9464}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
