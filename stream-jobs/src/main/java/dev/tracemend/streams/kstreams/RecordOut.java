package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.window.Outgoing;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Gives a record of Kafka Streams the headers that its outgoing form asks for. */
final class RecordOut {
    private RecordOut() {}

    static <V> Record<String, V> of(Outgoing outgoing, V value, long timestamp) {
        RecordHeaders headers = new RecordHeaders();
        outgoing.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new Record<>(outgoing.key(), value, timestamp, headers);
    }
}
