package dev.tracemend.cli.desk;

import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of a broker. A record is published again in one transaction with an entry of the audit that says so;
 * letters with such an entry are not published a second time, whoever tries and however often. For one thread.
 */
public final class LetterBox implements AutoCloseable {
    /** A letter keeps so many bytes of its record; with fewer it is whole. */
    private static final int CUT = 64 * 1024;

    private static final int CUT_KEY = 200;
    private final CommittedLog log;
    private final String bootstrap;
    private Optional<KafkaProducer<byte[], byte[]>> producer = Optional.empty();

    /** Connects; both topics must be there. */
    public LetterBox(String bootstrap) {
        this.bootstrap = bootstrap;
        this.log = new CommittedLog(bootstrap);
    }

    /** All letters, oldest first; what is no letter is passed over. */
    public List<Letter> letters() {
        Set<String> replayed = new HashSet<>();
        for (ConsumerRecord<byte[], byte[]> record : log.all(Topics.AUDIT)) {
            try {
                AuditEntry entry = Wire.auditEntry(record.value());
                if (entry.decision().equals("replay")) {
                    replayed.addAll(entry.evidence());
                }
            } catch (MalformedRecordException foreign) {
                // The audit has readers of its own that complain; here it says nothing of letters.
                continue;
            }
        }
        List<Letter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : log.all(Topics.ERRORS)) {
            String id = record.partition() + "-" + record.offset();
            try {
                letters.add(new Letter(id, Wire.deadLetter(record.value()), replayed.contains(place(id))));
            } catch (MalformedRecordException foreign) {
                continue;
            }
        }
        return letters;
    }

    /**
     * Publishes the records of letters to their topics again, each once and each in a transaction of its own.
     *
     * @param by who asks, for the audit
     * @param done told of each letter: why it was not published, in a few words, or nothing when it was
     */
    public void replay(List<String> ids, String by, BiConsumer<String, Optional<String>> done) {
        // From here on every other replay that is under way can commit nothing more; what it had committed is read now.
        KafkaProducer<byte[], byte[]> open = open();
        Map<String, Letter> letters = new HashMap<>();
        letters().forEach(letter -> letters.put(letter.id(), letter));
        for (String id : Set.copyOf(ids)) {
            Letter letter = letters.get(id);
            Optional<String> refusal =
                    letter == null ? Optional.of("there is no such letter (any more)") : replay(open, letter, by);
            done.accept(id, refusal);
        }
    }

    private Optional<String> replay(KafkaProducer<byte[], byte[]> open, Letter letter, String by) {
        if (letter.replayed()) {
            return Optional.of("was replayed before");
        }
        String topic = letter.letter().topic();
        if (!takesReplays(topic)) {
            return Optional.of("names the topic " + HarmlessText.line(topic, 80) + ", into which nothing is replayed");
        }
        Optional<ProducerRecord<byte[], byte[]>> record = record(letter.letter());
        if (record.isEmpty()) {
            return Optional.of("its record is gone from " + topic + ", and the letter does not hold all of it");
        }
        open.beginTransaction();
        open.send(record.get());
        open.send(audit(letter, by));
        open.commitTransaction();
        return Optional.empty();
    }

    /** Anybody may write a letter; none of them decides, answers or remembers anything. */
    private static boolean takesReplays(String topic) {
        String name = topic.substring(topic.lastIndexOf('.') + 1);
        return topic.equals(Topics.TASKS)
                || Topics.isShortName(name)
                        && Set.of(Topics.raw(name), Topics.ctx(name), Topics.retries(name))
                                .contains(topic);
    }

    /** As it was, while its topic keeps it; else from the letter, where that holds all of it. */
    private Optional<ProducerRecord<byte[], byte[]>> record(DeadLetter letter) {
        TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
        Optional<ConsumerRecord<byte[], byte[]>> original = log.at(partition, letter.offset());
        if (original.isPresent()) {
            ConsumerRecord<byte[], byte[]> was = original.get();
            return Optional.of(
                    new ProducerRecord<>(was.topic(), was.partition(), null, was.key(), was.value(), was.headers()));
        }
        byte[] value = payload(letter);
        boolean whole = value.length > 0 && value.length < CUT && letter.key().length() < CUT_KEY;
        byte[] key = letter.key().isEmpty() ? null : letter.key().getBytes(StandardCharsets.UTF_8);
        return whole
                ? Optional.of(new ProducerRecord<>(letter.topic(), letter.partition(), null, key, value))
                : Optional.empty();
    }

    /** The bytes that a letter holds of its record; none where they are no base64. */
    public static byte[] payload(DeadLetter letter) {
        try {
            return Base64.getDecoder().decode(letter.payload());
        } catch (IllegalArgumentException foreign) {
            return new byte[0];
        }
    }

    private static ProducerRecord<byte[], byte[]> audit(Letter letter, String by) {
        Instant now = Instant.now();
        String place = place(letter.id());
        String topic = letter.letter().topic();
        String fingerprint = letter.letter().key();
        AuditEntry entry = new AuditEntry(
                1,
                "replay-" + letter.id(),
                topic.substring(topic.lastIndexOf('.') + 1),
                fingerprint,
                by,
                "replay",
                "the record of a dead letter was published again to " + topic,
                Lifecycle.NEW,
                List.of(place),
                now.toEpochMilli() / 1_000.0);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topics.AUDIT, fingerprint.getBytes(StandardCharsets.UTF_8), Wire.write(entry));
        Headers.of("audit", entry.id(), "/tracemend/cli", now)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static String place(String id) {
        return Topics.ERRORS + "-" + id.replace('-', '@');
    }

    private KafkaProducer<byte[], byte[]> open() {
        if (producer.isEmpty()) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", bootstrap);
            // One name for all: a second replay at the same time ends the first one's rights.
            settings.put("transactional.id", Topics.group("tracemend-dlq"));
            settings.put("max.request.size", "4194304");
            settings.put("max.block.ms", "15000");
            KafkaProducer<byte[], byte[]> made =
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            made.initTransactions();
            producer = Optional.of(made);
        }
        return producer.get();
    }

    @Override
    public void close() {
        producer.ifPresent(KafkaProducer::close);
        log.close();
    }
}
