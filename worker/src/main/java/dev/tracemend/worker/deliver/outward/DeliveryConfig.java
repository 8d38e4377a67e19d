package dev.tracemend.worker.deliver.outward;

import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.worker.deliver.pull.PullSettings;
import dev.tracemend.worker.deliver.webhook.WebhookSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where settled patches go, besides a branch of the checkout.
 *
 * @param workspace the checkout
 * @param dataDir folder for scratch worktrees and texts
 * @param notes what is set but cannot be used, a sentence each
 */
public record DeliveryConfig(
        Path workspace,
        Path dataDir,
        Optional<WebhookSettings> webhook,
        Optional<PullSettings> pulls,
        List<String> notes) {
    /** Where the webhook goes. */
    public static final String WEBHOOK_URL = "TRACEMEND_WEBHOOK_URL";
    /** What its requests are signed with. */
    public static final String WEBHOOK_SECRET = "TRACEMEND_WEBHOOK_SECRET";
    /** New pull requests within 24 hours. */
    public static final String PULLS_PER_DAY = "TRACEMEND_PULLS_PER_DAY";

    /** Copies the notes. */
    public DeliveryConfig {
        notes = List.copyOf(notes);
    }

    /**
     * What the environment says. What cannot be used is a note and is left out: a token may stand there for another
     * program.
     */
    public static DeliveryConfig of(Map<String, String> environment, Path workspace, Path dataDir) {
        List<String> notes = new ArrayList<>();
        return new DeliveryConfig(
                workspace, dataDir, webhook(environment, notes), pulls(environment, workspace, notes), notes);
    }

    private static Optional<WebhookSettings> webhook(Map<String, String> environment, List<String> notes) {
        String url = environment.getOrDefault(WEBHOOK_URL, "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WebhookSettings.of(URI.create(url), environment.getOrDefault(WEBHOOK_SECRET, "")));
        } catch (IllegalArgumentException unusable) {
            // The address may hold a secret of its own, and the exception may hold the address.
            notes.add("no webhook is told: " + WEBHOOK_URL + " must be http://… or https://…, and " + WEBHOOK_SECRET
                    + " must not be empty");
            return Optional.empty();
        }
    }

    private static Optional<PullSettings> pulls(Map<String, String> environment, Path workspace, List<String> notes) {
        try {
            String remote = Checkout.open(workspace).remote("origin").orElse("");
            return PullSettings.of(environment, remote, perDay(environment));
        } catch (CheckoutException | IllegalArgumentException unusable) {
            notes.add("no pull requests are opened: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private static int perDay(Map<String, String> environment) {
        String said = environment.getOrDefault(PULLS_PER_DAY, "").strip();
        if (said.isEmpty()) {
            return PullSettings.PER_DAY;
        }
        if (!said.matches("\\d{1,4}")) {
            throw new IllegalArgumentException(
                    PULLS_PER_DAY + " must be a number, for example " + PullSettings.PER_DAY);
        }
        return Integer.parseInt(said);
    }
}
