package dev.tracemend.agent.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * LangChain4j's door to the network, over Java's own client. Unlike the one that comes with it, a refusal keeps the
 * provider's {@code Retry-After}, and a stream is read by the thread that asked, so that it ends with it.
 */
final class ProviderHttp implements HttpClient {
    private static final int LARGEST = 32 << 20;

    private final java.net.http.HttpClient client;
    private final Duration readTimeout;

    private ProviderHttp(java.net.http.HttpClient client, Duration readTimeout) {
        this.client = client;
        this.readTimeout = readTimeout;
    }

    /** A refusal with the time after which the provider wants to be asked again. */
    static final class Refused extends HttpException {
        private static final long serialVersionUID = 1;
        private final String retryAfter;

        Refused(int status, String body, HttpHeaders headers) {
            super(status, body);
            this.retryAfter = headers.firstValue("retry-after").orElse("");
        }

        Optional<Duration> retryAfter() {
            return retryAfter.matches("\\d{1,6}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                    : Optional.empty();
        }
    }

    /** Builds clients; both times are the same unless a provider's builder sets them otherwise. */
    static final class Builder implements HttpClientBuilder {
        private Duration connect = Duration.ofSeconds(10);
        private Duration read = Duration.ofSeconds(60);

        @Override
        public Duration connectTimeout() {
            return connect;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connect = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return read;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            read = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return new ProviderHttp(
                    java.net.http.HttpClient.newBuilder()
                            .connectTimeout(connect)
                            .version(java.net.http.HttpClient.Version.HTTP_1_1)
                            .build(),
                    read);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (InputStream body = open(request).body()) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(200)
                    .body(text(body))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("the connection broke: " + e.getMessage(), e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try (InputStream body = open(request).body()) {
            listener.onOpen(SuccessfulHttpResponse.builder().statusCode(200).build());
            parser.parse(body, listener);
            listener.onClose();
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private HttpResponse<InputStream> open(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(readTimeout);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        builder.method(
                request.method().name(),
                request.method() == HttpMethod.GET || body == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(body));
        try {
            HttpResponse<InputStream> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                try (InputStream refusal = response.body()) {
                    throw new Refused(response.statusCode(), text(refusal), response.headers());
                }
            }
            return response;
        } catch (HttpTimeoutException e) {
            throw new dev.langchain4j.exception.TimeoutException(e);
        } catch (IOException e) {
            throw new IllegalStateException("no connection to " + request.url() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the provider", e);
        }
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
}
