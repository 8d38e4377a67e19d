package dev.tracemend.tailer.publish;

import dev.tracemend.contracts.LogLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes lines to {@code logs.raw.<topic>}, or wherever a file's lines shall go, with an idempotent producer that waits
 * for the broker as long as it takes: when its buffer is full, {@link #send} blocks, and so does the reading of files.
 * One thread sends.
 */
public final class LinePublisher implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final String defaultTopic;
    private final RecordLimit limit;
    private final BooleanSupplier patience;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Optional<Transactions> transactions;
    private final Hurry hurry;
    private final List<Header> headers;
    private volatile Optional<Exception> failure = Optional.empty();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong acknowledgedBytes = new AtomicLong();
    private Acknowledgements.@Nullable Flight lastFlight;
    private Delivery delivery = new Delivery(() -> {});
    private long sent;
    private long hurried;
    private boolean gaveUp;

    /**
     * Connects lazily: a broker that is not there yet is waited for.
     *
     * @param patience asked whenever {@link #send} has waited for another second: whether to wait on
     */
    public LinePublisher(
            String bootstrap, String shortTopic, PublishConfig config, RecordLimit limit, BooleanSupplier patience) {
        this.defaultTopic = config.topic(shortTopic);
        this.limit = limit;
        this.headers = config.headers().entrySet().stream()
                .<Header>map(
                        each -> new RecordHeader(each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        this.patience = patience;
        this.producer = new KafkaProducer<>(
                ProducerSettings.of(bootstrap, "tracemend-tailer-" + shortTopic, config),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.transactions =
                config.transactional() ? Optional.of(new Transactions(producer, patience)) : Optional.empty();
        this.hurry = new Hurry(producer);
    }

    /** Nothing more is at hand: what waits for a fuller batch goes now. Returns at once. */
    public void hurry() {
        if (sent != hurried) {
            hurried = sent;
            hurry.ask();
        }
    }

    /** Sends the record of an event to a topic; after patience has ended nothing is sent any more. */
    public void send(String topic, byte[] key, byte[] value, Acknowledgements.Flight flight) {
        if (flight != lastFlight) {
            lastFlight = flight;
            delivery = new Delivery(flight::arrived);
        }
        send(record(topic, key, limit.fit(value)), delivery);
    }

    /** Sends one record of its own; {@code arrived} runs, on the producer's thread, once the broker has it. */
    public void send(String topic, LogLine line, Runnable arrived) {
        byte[] key = line.source().getBytes(StandardCharsets.UTF_8);
        send(record(topic, key, limit.fit(line)), new Delivery(arrived));
    }

    private ProducerRecord<byte[], byte[]> record(String topic, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, null, key, value, headers);
    }

    private void send(ProducerRecord<byte[], byte[]> record, Delivery delivery) {
        if (gaveUp) {
            return;
        }
        sent++;
        try {
            if (transactions.isPresent() && !transactions.get().begin()) {
                gaveUp = true;
                return;
            }
            producer.send(record, delivery);
            while (delivery.noRoom && !gaveUp) {
                delivery.noRoom = false;
                if (patience.getAsBoolean()) {
                    producer.send(record, delivery);
                } else {
                    gaveUp = true;
                }
            }
        } catch (KafkaException e) {
            failure = Optional.of(e);
        }
    }

    /**
     * Ends the transaction, if records go in transactions; only then positions may move. False when that has failed, or
     * patience has ended.
     */
    public boolean commit() {
        if (transactions.isEmpty()) {
            return true;
        }
        try {
            boolean committed =
                    failure.isEmpty() && !gaveUp && transactions.get().commit();
            gaveUp |= failure.isEmpty() && !committed;
            return committed;
        } catch (KafkaException e) {
            failure = Optional.of(e);
            return false;
        }
    }

    /** What is told of the records of one flight; the producer's thread tells of success, one at a time. */
    private final class Delivery implements Callback {
        private final Runnable arrived;
        private final Thread sender = Thread.currentThread();
        /** Written and read by the sender alone. */
        private boolean noRoom;

        Delivery(Runnable arrived) {
            this.arrived = arrived;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, @Nullable Exception e) {
            if (e == null) {
                acknowledged.lazySet(acknowledged.get() + 1);
                acknowledgedBytes.lazySet(acknowledgedBytes.get() + metadata.serializedValueSize());
                arrived.run();
            } else if (e instanceof TimeoutException && Thread.currentThread() == sender) {
                // Not accepted within max.block.ms; a record once accepted has no time-out.
                noRoom = true;
            } else {
                failure = Optional.of(e);
            }
        }
    }

    /** Why this publisher can send no more; then another must be made and the unacknowledged lines read again. */
    public Optional<Exception> failure() {
        return failure;
    }

    /** What to tell a person when no other publisher would fare better. */
    public Optional<String> finalFailure() {
        return failure.flatMap(e -> FinalFailure.of(e, defaultTopic, limit));
    }

    /** Whether it failed on a record larger than the broker takes. */
    public boolean isRefusedForSize() {
        return failure.filter(RecordTooLargeException.class::isInstance).isPresent();
    }

    /** Records the broker has. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Bytes of the values of those. */
    public long acknowledgedBytes() {
        return acknowledgedBytes.get();
    }

    /** Records on their way; sender's thread only. */
    public long inFlight() {
        return sent - acknowledged.get();
    }

    /** Ends without waiting: what is on its way may arrive or not. */
    public void abandon() {
        hurry.close();
        producer.close(Duration.ZERO);
    }

    /** Waits for what is on its way, but not for ever, and not at all when patience has ended before. */
    @Override
    public void close() {
        hurry.close();
        producer.close(gaveUp ? Duration.ZERO : CLOSE_PATIENCE);
    }
}
