package dev.tracemend.status.board;

import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends people's decisions to the workers. Thread-safe; connects with the first one. */
public final class DecisionPost implements AutoCloseable {
    private static final int PATIENCE_MS = 5_000;

    private final String bootstrap;
    private Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();

    /** Sends to this broker. */
    public DecisionPost(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns when the broker has it; why it has it not, in a sentence, otherwise. */
    public Optional<String> send(ApprovalResponse decision) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.APPROVAL_RESPONSES, decision.id(), Wire.write(decision));
        Instant time = Instant.ofEpochMilli((long) (decision.ts() * 1_000));
        Headers.of("decision", decision.id(), "/tracemend/status", time)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            open().send(record).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return Optional.of("the broker did not take it: is it there, and has it the topic "
                    + Topics.APPROVAL_RESPONSES + " (a worker's start makes it)?");
        }
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        if (producer.isEmpty()) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", bootstrap);
            settings.put("acks", "all");
            settings.put("max.block.ms", PATIENCE_MS);
            settings.put("delivery.timeout.ms", PATIENCE_MS);
            settings.put("request.timeout.ms", PATIENCE_MS - 1_000);
            settings.put("linger.ms", 0);
            producer = Optional.of(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
        }
        return producer.get();
    }

    @Override
    public synchronized void close() {
        producer.ifPresent(KafkaProducer::close);
        producer = Optional.empty();
    }
}
