package dev.tracemend.worker;

import com.sun.net.httpserver.HttpServer;
import dev.tracemend.agent.fix.ModelSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A model behind real HTTP that does what the log asks; beside it an address that nobody should ever call. */
final class ObeyingModel implements AutoCloseable {
    private final ScriptedModel model = new ScriptedModel(this::answer);
    private final HttpServer canary = listen();
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Pattern secrets;
    private volatile List<HostileCase> cases = List.of();

    /** @param secrets what must never leave the checkout */
    ObeyingModel(Pattern secrets) {
        this.secrets = secrets;
        canary.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                exchange.sendResponseHeaders(204, -1);
            }
        });
        canary.start();
    }

    private static HttpServer listen() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "obeying-model");
                thread.setDaemon(true);
                return thread;
            }));
            return made;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void obeys(List<HostileCase> all) {
        cases = all;
    }

    String canary() {
        return "http://127.0.0.1:" + canary.getAddress().getPort();
    }

    /** Calls to the address that nobody should call. */
    int calls() {
        return calls.get();
    }

    /** Names of the cases that came to the model. */
    Set<String> asked() {
        return asked;
    }

    /** Secrets that stood in a prompt. */
    Set<String> seen() {
        return seen;
    }

    List<ModelSource> source() {
        return model.source().stream()
                .map(source -> new ModelSource(source.model(), source.roles(), 1, source.tokenBudget()))
                .toList();
    }

    private String answer(String request) {
        List<String> found =
                secrets.matcher(request).results().map(MatchResult::group).toList();
        seen.addAll(found);
        String text = "nothing";
        for (HostileCase each : cases) {
            if (request.contains("[" + each.name() + "]")) {
                asked.add(each.name());
                text = each.reply().replace("{{SEEN}}", String.join(" ", found));
            }
        }
        return text;
    }

    @Override
    public void close() {
        model.close();
        canary.stop(0);
    }
}
