/**
 * Tells another program what became of an incident: {@link dev.tracemend.worker.deliver.webhook.Webhook} posts JSON that
 * is signed with a shared secret ({@link dev.tracemend.worker.deliver.webhook.WebhookSignature}), so that the receiver
 * knows who sent it and when.
 */
@NullMarked
package dev.tracemend.worker.deliver.webhook;

import org.jspecify.annotations.NullMarked;
