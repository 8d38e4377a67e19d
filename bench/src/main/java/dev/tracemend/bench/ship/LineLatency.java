package dev.tracemend.bench.ship;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Appends single lines, ten a second, and takes the time until a consumer has each. */
final class LineLatency {
    private static final int WARM_UP = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrap;
    private final String topic;
    private final Path file;
    private final Map<String, Long> written = new ConcurrentHashMap<>();

    LineLatency(String bootstrap, String topic, Path file) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.file = file;
    }

    /** The times of so many lines, shortest first, in milliseconds; the first lines, of a tailer just started, do not count. */
    double[] measure(int lines) throws InterruptedException {
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger number = new AtomicInteger();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.position(new TopicPartition(topic, 0));
            writer.scheduleAtFixedRate(() -> append(number.getAndIncrement()), 0, 100, TimeUnit.MILLISECONDS);
            double[] times = new double[lines];
            long deadline = System.nanoTime() + (WARM_UP + lines) * 100_000_000L + PATIENCE.toNanos();
            for (int arrived = 0; arrived < WARM_UP + lines; ) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("only " + arrived + " of the single lines have arrived");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    long now = System.nanoTime();
                    LogLine line = Wire.logLine(record.value(), "", 0);
                    Long start = written.remove(line.line());
                    if (start != null && arrived < WARM_UP + lines) {
                        times[Math.max(0, arrived - WARM_UP)] = (now - start) / 1e6;
                        arrived++;
                    }
                }
            }
            Arrays.sort(times);
            return times;
        } finally {
            writer.shutdownNow();
        }
    }

    private void append(int number) {
        String line = "2026-11-21 10:00:00.000 INFO  [main] com.acme.shop.Probe - line " + number + " is here";
        written.put(line, System.nanoTime());
        try {
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write the probe's log", e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToEnd(List.of(new TopicPartition(topic, 0)));
        return consumer;
    }
}
