package dev.tracemend.streams.faults;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawLines;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowPipeline;
import dev.tracemend.streams.window.WindowRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Lines of a service, every fiftieth an error of one of three causes, sent to a raw topic at once or at a rate; and the
 * contexts that the stages alone make of them. A line is 10 ms after the one before it.
 */
final class ErrorFlow implements AutoCloseable {
    private static final int TURN_MS = 20;
    private static final String SOURCE = "shop.log";

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, String> expected = new TreeMap<>();
    private final WindowPipeline stages = new WindowPipeline(
            WindowRules.DEFAULT,
            new StageTally(),
            context -> expected.put(context.id(), new String(Wire.write(context), StandardCharsets.UTF_8)),
            letter -> {});
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private long lines;
    private long errors;

    ErrorFlow(String bootstrap, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends so many lines and waits until the broker has them; not while a flow is on. */
    void send(long count) {
        for (long i = 0; i < count; i++) {
            line();
        }
        producer.flush();
    }

    /** Sends so many lines a second until the answer is cancelled. */
    ScheduledFuture<?> start(int rate) {
        Runnable turn = () -> {
            for (int i = 0; i < rate * TURN_MS / 1_000; i++) {
                line();
            }
        };
        return clock.scheduleAtFixedRate(turn, 0, TURN_MS, TimeUnit.MILLISECONDS);
    }

    /** Ends the flow with a tick long after: everything closes. */
    void finish() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the flow does not end");
        }
        send(new LogLine(1, "", LogLine.Kind.TICK, "", time() + 400, SOURCE, "shop", "host", 0, false, 0));
        producer.flush();
    }

    /** What the stages made of all lines so far: contexts as bytes say them, by id. */
    Map<String, String> expected() {
        return expected;
    }

    long lines() {
        return lines;
    }

    long errors() {
        return errors;
    }

    private void line() {
        boolean error = lines % 50 == 49;
        errors += error ? 1 : 0;
        String text = error
                ? "ERROR checkout failed\njava.lang.IllegalStateException: no price\n\tat shop.Cart"
                        + (char) ('A' + lines / 50 % 3) + ".total(Cart.java:42)"
                : "INFO request " + lines + " served";
        String id = "t1:1-1:0:" + lines * 100;
        LogLine line =
                new LogLine(1, id, LogLine.Kind.LINE, text, time(), SOURCE, "shop", "host", lines * 100, error, 0);
        lines++;
        send(line);
    }

    private double time() {
        return RawLines.NOON + lines * 0.01;
    }

    private void send(LogLine line) {
        byte[] key = SOURCE.getBytes(StandardCharsets.UTF_8);
        byte[] value = Wire.write(line);
        long millis = Math.round(line.ts() * 1000);
        producer.send(new ProducerRecord<>(Topics.raw(topic), 0, millis, key, value));
        stages.take(new RawRecord(Topics.raw(topic), 0, lines, key, value, millis));
    }

    /** How many errors a context as {@link #expected} holds it tells of. */
    static long count(String context) {
        ErrorContext read = Wire.errorContext(context.getBytes(StandardCharsets.UTF_8));
        return read.count();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
