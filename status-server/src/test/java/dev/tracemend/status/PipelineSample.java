package dev.tracemend.status;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import java.util.Map;

/** One incident with a proposal that waits, and a request for each route that concerns it. */
public final class PipelineSample implements AutoCloseable {
    private static final String FINGERPRINT = "f1";
    private static final String RESULT = "r-1";

    private final TestTopics topic;

    private PipelineSample(TestTopics topic) {
        this.topic = topic;
    }

    /** Writes it to topics of its own. */
    public static PipelineSample in(EmbeddedBroker broker, String prefix) {
        TestTopics.createShared(broker);
        TestTopics topic = new TestTopics(broker, prefix).create();
        FixResult fix = IncidentSamples.verified(topic.name(), FINGERPRINT, RESULT, 1_010);
        topic.context(FINGERPRINT, "c1", 3, 1_000);
        topic.result(fix);
        topic.memory(IncidentSamples.memory(topic.name(), FINGERPRINT, Lifecycle.PROPOSED, fix, 1_011));
        topic.audit(IncidentSamples.audit(topic.name(), FINGERPRINT, "a-1", "propose", 1_012));
        return new PipelineSample(topic);
    }

    /** The path of the incident. */
    public String incident() {
        return path("/api/incidents/{topic}/{fingerprint}");
    }

    /** What its JSON holds once all was folded. */
    public String proposal() {
        return "\"proposal\":\"" + RESULT + "\"";
    }

    /** A route's path for this incident. */
    public String path(String template) {
        return template.replace("{topic}", topic.name())
                .replace("{fingerprint}", FINGERPRINT)
                .replace("{name}", "app.js");
    }

    /** A body that the route takes; empty for most. */
    public String body(String template) {
        return Map.of(
                        "/api/incidents/{topic}/{fingerprint}/decisions",
                        "{\"decision\":\"approve\",\"resultId\":\"" + RESULT + "\",\"by\":\"mira\"}",
                        "/login",
                        "token=0123456789abcdef")
                .getOrDefault(template, "");
    }

    @Override
    public void close() {
        topic.close();
    }
}
