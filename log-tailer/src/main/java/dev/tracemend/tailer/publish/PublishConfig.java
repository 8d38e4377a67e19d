package dev.tracemend.tailer.publish;

import dev.tracemend.contracts.Topics;
import java.util.HashMap;
import java.util.Map;

/**
 * Where records go and how.
 *
 * @param kafkaTopic full name of the topic instead of {@code logs.raw.<topic>}; empty for that
 * @param clientId how the broker knows us; empty for {@code tracemend-tailer-<topic>}
 * @param compression {@code none}, {@code gzip}, {@code snappy}, {@code lz4} or {@code zstd}
 * @param transactional whether records are published in transactions, each committed before a position moves past it
 * @param client further settings of the Kafka client, for example TLS and SASL; they win over ours but for the few that
 *     keep lines from being lost
 * @param headers of every record, for example {@code env=prod}; none by default, for each costs its bytes
 */
public record PublishConfig(
        String kafkaTopic,
        String clientId,
        String compression,
        boolean transactional,
        Map<String, String> client,
        Map<String, String> headers) {

    /** Copies the settings. */
    public PublishConfig {
        client = Map.copyOf(client);
        headers = Map.copyOf(headers);
    }

    /** With the defaults. */
    public static PublishConfig defaults() {
        return new PublishConfig("", "", "lz4", false, Map.of(), Map.of());
    }

    /** The same with an id for its transactions, unless the client's settings name one. */
    public PublishConfig transactionalId(String id) {
        Map<String, String> more = new HashMap<>(Map.of("transactional.id", id));
        more.putAll(client);
        return new PublishConfig(kafkaTopic, clientId, compression, transactional, more, headers);
    }

    /** The full name of the topic for a short one. */
    public String topic(String shortTopic) {
        return kafkaTopic.isEmpty() ? Topics.raw(shortTopic) : kafkaTopic;
    }
}
