package dev.tracemend.tailer.publish;

import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes lines to {@code logs.raw.<topic>} with an idempotent producer that waits for the broker as long as it takes:
 * when its buffer is full, {@link #send} blocks, and so does the reading of files.
 */
public final class LinePublisher implements AutoCloseable {
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private volatile Optional<Exception> failure = Optional.empty();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    /** Connects lazily: a broker that is not there yet is waited for. */
    public LinePublisher(String bootstrap, String shortTopic, String clientId) {
        this.topic = Topics.raw(shortTopic);
        this.producer =
                new KafkaProducer<>(settings(bootstrap, clientId), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(String bootstrap, String clientId) {
        Map<String, Object> s = new HashMap<>();
        s.put("bootstrap.servers", bootstrap);
        s.put("client.id", clientId);
        s.put("acks", "all");
        s.put("enable.idempotence", "true");
        s.put("compression.type", "lz4");
        s.put("linger.ms", "2");
        s.put("batch.size", Integer.toString(256 * 1024));
        s.put("max.request.size", Integer.toString(4 << 20));
        s.put("buffer.memory", Integer.toString(16 << 20));
        // Waiting is right, dropping is not: no time-out ends a record's way.
        s.put("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));
        s.put("max.block.ms", Long.toString(Long.MAX_VALUE));
        s.put("metadata.max.age.ms", "30000");
        s.put("reconnect.backoff.max.ms", "1000");
        return s;
    }

    /** Sends one line; {@code arrived} runs, on the producer's thread, once the broker has it. */
    public void send(LogLine line, Runnable arrived) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, line.source(), Wire.write(line));
        Headers.of("line", line.id(), "tracemend/tailer", Instant.now())
                .forEach((key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
        sent.incrementAndGet();
        try {
            producer.send(record, (metadata, e) -> {
                if (e == null) {
                    acknowledged.incrementAndGet();
                    arrived.run();
                } else {
                    failure = Optional.of(e);
                }
            });
        } catch (KafkaException e) {
            failure = Optional.of(e);
        }
    }

    /** Why this publisher can send no more; then another must be made and the unacknowledged lines read again. */
    public Optional<Exception> failure() {
        return failure;
    }

    /** Records the broker has. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Records on their way. */
    public long inFlight() {
        return sent.get() - acknowledged.get();
    }

    /** Waits for what is on its way, but not for ever. */
    public void close(Duration patience) {
        producer.close(patience);
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }
}
