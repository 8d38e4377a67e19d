package dev.tracemend.tailer.faults;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a raw topic from its start and keeps count of the numbered lines in it, with and without a look at the ids. */
final class TopicReading implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final FaultLines lines;
    private final Predicate<LogLine> special;
    private final BitSet seen = new BitSet();
    private final BitSet seenById = new BitSet();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> latest = new HashMap<>();
    private final List<String> specials = new ArrayList<>();
    private long doubled;
    private long doubledById;
    private long damaged;
    private long unordered;

    TopicReading(String bootstrap, String topic, FaultLines lines, Predicate<LogLine> special) {
        this.lines = lines;
        this.special = special;
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        bootstrap,
                        "reconnect.backoff.max.ms",
                        "500",
                        // What a transaction has left open is not there for those who care.
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(Topics.raw(topic), 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** Takes in what is there; how many records that were. */
    int poll() {
        int count = 0;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            LogLine line = Wire.logLine(record.value(), record.key(), record.timestamp() / 1000.0);
            if (line.kind() == LogLine.Kind.LINE) {
                count++;
                if (special.test(line)) {
                    specials.add(new String(record.value(), StandardCharsets.UTF_8));
                } else {
                    take(line);
                }
            }
        }
        return count;
    }

    private void take(LogLine record) {
        boolean first = ids.add(record.id());
        String file = record.id().substring(0, record.id().lastIndexOf(':') + 1);
        for (String line : record.line().split("\n", -1)) {
            OptionalLong number = lines.number(line);
            if (number.isEmpty()) {
                damaged++;
            } else {
                count((int) number.getAsLong(), first, file);
            }
        }
    }

    private void count(int n, boolean firstOfItsId, String file) {
        doubled += seen.get(n) ? 1 : 0;
        seen.set(n);
        if (firstOfItsId) {
            doubledById += seenById.get(n) ? 1 : 0;
            seenById.set(n);
            unordered += latest.getOrDefault(file, -1L) > n ? 1 : 0;
            latest.put(file, (long) n);
        }
    }

    /** The records that were special, as they are on the wire. */
    List<String> specials() {
        return specials;
    }

    /** How many different lines have come. */
    int distinct() {
        return seen.cardinality();
    }

    boolean hasAll(BitSet expected) {
        BitSet missing = (BitSet) expected.clone();
        missing.andNot(seen);
        return missing.isEmpty();
    }

    Verdict verdict(BitSet expected) {
        BitSet lost = (BitSet) expected.clone();
        lost.andNot(seen);
        BitSet lostById = (BitSet) expected.clone();
        lostById.andNot(seenById);
        return new Verdict(
                expected.cardinality(),
                lost.cardinality(),
                doubled,
                doubledById,
                damaged,
                unordered,
                lostById.cardinality() - lost.cardinality());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
