package dev.tracemend.streams.ticks;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a tick without a source into each raw partition that grew and then did not for a while; one tick for each
 * silence. Several of these beside each other do no harm. A broker that is away is waited for.
 */
public final class IdleTicker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdleTicker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long MOST_BETWEEN_LOOKS = 1_000;

    private final long idleNanos;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock;
    private final Map<TopicPartition, Growth> growth = new HashMap<>();

    /** How far a partition reached, since when, and whether its silence was told. */
    private record Growth(long end, long since, boolean told) {}

    private IdleTicker(Map<String, Object> connection, Duration idle) {
        idleNanos = idle.toNanos();
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put("metadata.max.age.ms", "5000");
        settings.put("default.api.timeout.ms", "3000");
        settings.put("request.timeout.ms", "2500");
        settings.put("allow.auto.create.topics", "false");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> sending = new HashMap<>(connection);
        sending.put("max.block.ms", "3000");
        producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer());
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "tracemend-idle-ticker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts to watch; {@code connection} holds the settings by which a client finds the broker. */
    public static IdleTicker start(Map<String, Object> connection, Duration idle) {
        IdleTicker ticker = new IdleTicker(connection, idle);
        long between = Math.max(50, Math.min(MOST_BETWEEN_LOOKS, idle.toMillis() / 3));
        var unused = ticker.clock.scheduleWithFixedDelay(ticker::look, between, between, TimeUnit.MILLISECONDS);
        return ticker;
    }

    private void look() {
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.listTopics(PATIENCE).forEach((topic, parts) -> {
                if (Topics.ALL_RAW.matcher(topic).matches()) {
                    parts.forEach(part -> partitions.add(new TopicPartition(topic, part.partition())));
                }
            });
            growth.keySet().retainAll(partitions);
            consumer.endOffsets(partitions, PATIENCE).forEach(this::look);
        } catch (KafkaException e) {
            LOG.debug("raw partitions cannot be looked at now", e);
        }
    }

    private void look(TopicPartition partition, long end) {
        long now = System.nanoTime();
        Growth before = growth.get(partition);
        if (before == null || before.end() != end) {
            growth.put(partition, new Growth(end, now, end == 0));
        } else if (!before.told() && now - before.since() >= idleNanos) {
            boolean silent = !endsWithTick(partition, end);
            if (silent) {
                send(partition);
            }
            // The tick itself is growth that says nothing.
            growth.put(partition, new Growth(silent ? end + 1 : end, now, true));
        }
    }

    private boolean endsWithTick(TopicPartition partition, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, end - 1);
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
            return isTick(record);
        }
        return false;
    }

    private static boolean isTick(ConsumerRecord<byte[], byte[]> record) {
        try {
            LogLine line = Wire.logLine(record.value(), "", 0);
            return line.kind() == LogLine.Kind.TICK && line.source().isEmpty() && record.key() == null;
        } catch (MalformedRecordException e) {
            return false;
        }
    }

    private void send(TopicPartition partition) {
        double now = System.currentTimeMillis() / 1000.0;
        LogLine tick = new LogLine(1, "", LogLine.Kind.TICK, "", now, "", "", "", 0, false, 0);
        producer.send(
                new ProducerRecord<>(partition.topic(), partition.partition(), null, Wire.write(tick)), (at, e) -> {
                    if (e != null) {
                        LOG.warn("{} is silent, but the tick that says so was not written", partition, e);
                    }
                });
        LOG.debug("{} is silent", partition);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (clock.awaitTermination(PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS)) {
                consumer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(PATIENCE);
    }
}
