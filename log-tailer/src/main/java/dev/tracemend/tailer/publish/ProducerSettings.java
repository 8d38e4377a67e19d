package dev.tracemend.tailer.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Kafka client's settings: ours, with the user's over them but for those that keep lines from being lost. */
public final class ProducerSettings {
    private static final Map<String, String> OURS = Map.ofEntries(
            // For full batches while there is much to read; when there is not, nothing waits for it: see Hurry.
            Map.entry("linger.ms", "20"),
            Map.entry("batch.size", Integer.toString(512 * 1024)),
            Map.entry("max.request.size", Integer.toString(4 << 20)),
            // Sixteen batches: more would wait where the broker is slow, and the file can wait as well.
            Map.entry("buffer.memory", Integer.toString(8 << 20)),
            Map.entry("metadata.max.age.ms", "30000"),
            Map.entry("reconnect.backoff.max.ms", "1000"));

    private static final Map<String, String> KEPT = Map.of(
            "acks", "all",
            "enable.idempotence", "true",
            "max.in.flight.requests.per.connection", "5",
            // Waiting is right, dropping is not: no time-out ends a record's way.
            "retries", Integer.toString(Integer.MAX_VALUE),
            "delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE),
            // Only between two looks at whether to wait on.
            "max.block.ms", "200");

    /** What has its own option, or is not for the user to say. */
    private static final Set<String> ELSEWHERE =
            Set.of("bootstrap.servers", "client.id", "compression.type", "key.serializer", "value.serializer");

    private ProducerSettings() {}

    /** For one producer. */
    static Map<String, Object> of(String bootstrap, String clientId, PublishConfig config) {
        Map<String, Object> settings = new HashMap<>(OURS);
        settings.putAll(config.client());
        ELSEWHERE.forEach(settings::remove);
        settings.putAll(KEPT);
        settings.put("bootstrap.servers", bootstrap);
        settings.put("client.id", config.clientId().isEmpty() ? clientId : config.clientId());
        settings.put("compression.type", config.compression());
        if (!config.transactional()) {
            settings.remove("transactional.id");
        }
        return settings;
    }

    /** Those of the user's settings that are passed over. */
    public static Set<String> passedOver(Map<String, String> client) {
        Set<String> passed = new TreeSet<>();
        client.forEach((key, value) -> {
            boolean otherwise = KEPT.containsKey(key) && !value.equals(KEPT.get(key));
            if (otherwise || ELSEWHERE.contains(key)) {
                passed.add(key);
            }
        });
        return passed;
    }
}
