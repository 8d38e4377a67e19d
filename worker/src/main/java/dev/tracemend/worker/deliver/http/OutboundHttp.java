package dev.tracemend.worker.deliver.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests, and again what may be taken later. Thread-safe; an interrupt ends the waiting. */
public final class OutboundHttp {
    private static final Logger LOG = LoggerFactory.getLogger(OutboundHttp.class);
    private static final int MOST_BYTES = 4 << 20;

    private final Patience patience;
    private final Clock clock;
    private final HttpClient client;

    /** A client with its patience. */
    public OutboundHttp(Patience patience, Clock clock) {
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The server's last answer, good or bad.
     *
     * @throws IOException when no try brought an answer
     */
    public HttpAnswer send(HttpRequest.Builder request) throws IOException {
        HttpRequest built = request.timeout(patience.timeout()).build();
        for (int done = 1; ; done++) {
            boolean last = done >= patience.tries();
            try {
                HttpAnswer answer = once(built, done);
                Duration wait = answer.retryAfter(clock).orElse(patience.after(done));
                if (last || !answer.isPassing() || wait.compareTo(patience.longest()) > 0) {
                    return answer;
                }
                LOG.info(
                        "{} answered {}; asking again in {} ms",
                        built.uri().getHost(),
                        answer.status(),
                        wait.toMillis());
                pause(wait);
            } catch (IOException broken) {
                if (last || Thread.currentThread().isInterrupted()) {
                    throw broken;
                }
                LOG.info("{} did not answer ({}); asking again", built.uri().getHost(), broken.toString());
                pause(patience.after(done));
            }
        }
    }

    private HttpAnswer once(HttpRequest request, int tries) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return new HttpAnswer(response.statusCode(), response.headers(), text, tries);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for " + request.uri().getHost(), stop);
        }
    }

    private static void pause(Duration wait) throws IOException {
        try {
            if (new CountDownLatch(1).await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts this latch down");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting to ask again", stop);
        }
    }
}
