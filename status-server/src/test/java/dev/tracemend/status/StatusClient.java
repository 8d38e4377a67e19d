package dev.tracemend.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a browser or a script would ask. */
final class StatusClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    StatusClient(String url) {
        this.url = url;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return read(get(path).body());
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(text, e);
        }
    }

    /** One server-sent event; {@code data} is parsed. */
    record Sent(String id, String name, JsonNode data) {}

    /** Events as they come, until closed. */
    Stream events(String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/events"));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Stream(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** An open connection to {@code /api/events}. */
    static final class Stream implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();

        private Stream(HttpResponse<InputStream> response) {
            this.response = response;
            Thread reader = new Thread(this::read, "sse-reader");
            reader.setDaemon(true);
            reader.start();
        }

        HttpResponse<InputStream> response() {
            return response;
        }

        /** The next event of a name; others are passed over. */
        Sent next(String name) throws InterruptedException {
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (System.nanoTime() < end) {
                Sent event = sent.poll(200, TimeUnit.MILLISECONDS);
                if (event != null && event.name().equals(name)) {
                    return event;
                }
            }
            throw new AssertionError("no event \"" + name + "\" within 15 s");
        }

        /** The next event, whatever its name; nothing when none came within the time. */
        Optional<Sent> next(Duration patience) throws InterruptedException {
            return Optional.ofNullable(sent.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        private void read() {
            String id = "";
            String name = "";
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        sent.add(new Sent(id, name, StatusClient.read(line.substring(6))));
                        id = "";
                    }
                }
            } catch (IOException e) {
                // Closed: by us, or by the server when it stops.
            }
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
