package dev.tracemend.status.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One question to a container engine: which containers are there. One GET as HTTP/1.0 says all, so neither a client library
 * nor its native code is needed; the answer ends where the engine closes.
 */
final class EngineReading {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final String PROJECT_LABEL = "com.docker.compose.project";
    private static final String SERVICE_LABEL = "com.docker.compose.service";
    private static final Pattern WORKER = Pattern.compile("worker-([a-z0-9-]{1,64})");
    private static final Pattern HEALTH = Pattern.compile("\\((?:health: )?(healthy|unhealthy|starting)\\)");

    private final EngineAddress address;
    private final Duration patience;

    EngineReading(EngineAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /** The containers of a compose project, or all where it is empty; stopped ones, too. */
    List<ContainerState> read(String project) throws IOException {
        String filters = project.isEmpty() ? "{}" : "{\"label\":[\"" + PROJECT_LABEL + "=" + project + "\"]}";
        String answer = ask("GET /containers/json?all=true&filters="
                + URLEncoder.encode(filters, StandardCharsets.UTF_8) + " HTTP/1.0\r\nHost: docker\r\n\r\n");
        int body = answer.indexOf("\r\n\r\n");
        String status = answer.lines().findFirst().orElse("");
        if (body < 0 || !status.matches("HTTP/1\\.[01] 200 .*")) {
            throw new IOException("it answered \"" + status + "\"");
        }
        JsonNode listed = JSON.readTree(answer.substring(body + 4));
        if (!listed.isArray()) {
            throw new IOException("it answered with no list of containers");
        }
        List<ContainerState> found = new ArrayList<>();
        listed.forEach(one -> found.add(state(one)));
        found.sort(Comparator.comparing(ContainerState::name));
        return found;
    }

    private static ContainerState state(JsonNode one) {
        String service = one.path("Labels").path(SERVICE_LABEL).asText("");
        Matcher worker = WORKER.matcher(service);
        Matcher health = HEALTH.matcher(one.path("Status").asText(""));
        return new ContainerState(
                one.path("Names").path(0).asText("").replaceFirst("^/", ""),
                service,
                worker.matches() ? worker.group(1) : "",
                one.path("Image").asText(""),
                one.path("State").asText(""),
                health.find() ? health.group(1) : "",
                one.path("Status").asText(""));
    }

    /** Never waits longer than its patience: an engine that hangs must not hold the thread. */
    private String ask(String request) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        SocketAddress where = address.socket();
        try (SocketChannel channel = SocketChannel.open(where);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            channel.register(selector, SelectionKey.OP_READ);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
            while (channel.read(buffer) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                boolean waits = buffer.position() == 0;
                buffer.clear();
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (answer.size() > LARGEST || left <= 0) {
                    throw new IOException(left <= 0 ? "it does not answer in time" : "its answer has no end");
                }
                if (waits) {
                    selector.select(left);
                    selector.selectedKeys().clear();
                }
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
