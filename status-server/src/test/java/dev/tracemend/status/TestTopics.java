package dev.tracemend.status;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of one short name that no other test uses, and a producer for them. */
final class TestTopics implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    TestTopics(EmbeddedBroker broker, String prefix) {
        this.broker = broker;
        this.topic = prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    }

    TestTopics create() {
        for (TopicSpec spec : Topics.family(topic)) {
            if (!spec.name().equals(Topics.ERRORS)) {
                broker.createTopic(spec.name(), spec.partitions(), spec.config());
            }
        }
        return this;
    }

    String name() {
        return topic;
    }

    void context(String fingerprint, String id, long count, double at) {
        send(Topics.ctx(topic), fingerprint, Wire.write(Samples.context(topic, fingerprint, id, count, at)));
    }

    void context(ErrorContext context) {
        send(Topics.ctx(topic), context.fingerprint(), Wire.write(context));
    }

    void result(FixResult result) {
        send(Topics.results(topic), result.fingerprint(), Wire.write(result));
    }

    void send(String fullTopic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(fullTopic, key, value));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
