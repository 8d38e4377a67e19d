package dev.tracemend.worker.deliver.webhook;

import dev.tracemend.worker.deliver.http.Patience;
import java.net.URI;

/**
 * Where a webhook goes. It prints itself without the secret.
 *
 * @param url {@code http} or {@code https}
 * @param secret shared with the receiver; never empty
 */
public record WebhookSettings(URI url, String secret, Patience patience) {

    /** Rejects what cannot work. */
    public WebhookSettings {
        String scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("the webhook's address must be http://… or https://…");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("a webhook needs a secret: the receiver could not tell who sends it");
        }
    }

    /** The usual patience. */
    public static WebhookSettings of(URI url, String secret) {
        return new WebhookSettings(url, secret, Patience.usual());
    }

    @Override
    public String toString() {
        return "webhook to " + url.getHost();
    }
}
