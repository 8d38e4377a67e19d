package dev.tracemend.worker.deliver.webhook;

import dev.tracemend.contracts.Wire;
import dev.tracemend.worker.deliver.http.HttpAnswer;
import dev.tracemend.worker.deliver.http.OutboundHttp;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;

/** Posts records as signed JSON. Thread-safe. */
public final class Webhook {
    private final WebhookSettings settings;
    private final WebhookSignature signature;
    private final Clock clock;
    private final OutboundHttp http;

    /** Connects with the first delivery. */
    public Webhook(WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.signature = new WebhookSignature(settings.secret());
        this.clock = clock;
        this.http = new OutboundHttp(settings.patience(), clock);
    }

    /** How a delivery ended. */
    public sealed interface Posted {
        /** The receiver took it. */
        record Taken(int status, int tries) implements Posted {}

        /**
         * The receiver did not take it.
         *
         * @param retriable whether the same delivery may be taken later
         */
        record NotTaken(String message, boolean retriable) implements Posted {}
    }

    /**
     * Posts one event, within the time the settings' patience allows.
     *
     * @param id the same for each delivery of the same event, so that a receiver can tell them apart
     * @param event {@code result}, for example
     */
    public Posted post(String id, String event, Record value) {
        byte[] body = Wire.write(value);
        Instant now = clock.instant();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "tracemend")
                .header("X-Tracemend-Event", event)
                .header("X-Tracemend-Delivery", id.replaceAll("[^A-Za-z0-9._-]", "-"))
                .header(WebhookSignature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .header(WebhookSignature.HEADER, signature.sign(now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            HttpAnswer answer = http.send(request);
            return answer.ok() ? new Posted.Taken(answer.status(), answer.tries()) : refused(answer);
        } catch (IOException away) {
            return new Posted.NotTaken("the webhook at " + settings.url().getHost() + " did not answer: " + away, true);
        }
    }

    private Posted refused(HttpAnswer answer) {
        String words = answer.status() / 100 == 3
                ? " with a redirect, which is not followed: set the address it names"
                : answer.isPassing() ? "; it may take it later" : ": check its address and secret";
        return new Posted.NotTaken(
                "the webhook at " + settings.url().getHost() + " answered " + answer.status() + words,
                answer.isPassing());
    }
}
