package dev.tracemend.status.board;

import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/** Contexts, results and memory of every topic, audit and metrics → one internal topic of one partition → the fold. */
final class BoardTopology {
    static final String INCIDENTS = "incidents";
    static final String ROWS = "rows";
    static final String FOLDED = "folded";
    static final String FORGOTTEN = "forgotten";
    static final String AUDIT = "audit";
    static final String ACTIVITY = "activity";
    static final Pattern INPUTS = Pattern.compile(String.join(
            "|",
            Topics.ALL_CTX.pattern(),
            Topics.ALL_RESULTS.pattern(),
            Topics.ALL_MEMORY.pattern(),
            Pattern.quote(Topics.AUDIT),
            Pattern.quote(Topics.METRICS)));

    private BoardTopology() {}

    static Topology build(BoardIndex index, Duration keep) {
        return build(index, keep, FoldProcessor.MOST_INCIDENTS);
    }

    static Topology build(BoardIndex index, Duration keep, int most) {
        StreamsBuilder builder = new StreamsBuilder();
        List.of(INCIDENTS, ROWS, AUDIT, FORGOTTEN, ACTIVITY).forEach(name -> builder.addStateStore(store(name)));
        builder.addStateStore(windows(FOLDED, keep));
        // Wall clock: a record's own time may be missing, and the default extractor would stop the board for it.
        builder.stream(
                        INPUTS,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor(new WallclockTimestampExtractor())
                                .withName("inputs"))
                .process(Address::new, Named.as("address"))
                .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                        .withName("board")
                        .withNumberOfPartitions(1))
                .process(
                        () -> new FoldProcessor(index, keep, most),
                        Named.as("fold"),
                        INCIDENTS,
                        ROWS,
                        AUDIT,
                        FORGOTTEN,
                        ACTIVITY,
                        FOLDED);
        return builder.build();
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
    }

    /** Two windows of a length, and the one that is just dropped. */
    private static StoreBuilder<WindowStore<String, byte[]>> windows(String name, Duration length) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name, length.multipliedBy(2), length, false),
                Serdes.String(),
                Serdes.ByteArray());
    }

    /** Writes onto the record where it came from: past the internal topic nobody could tell. */
    private static final class Address extends ContextualProcessor<byte[], byte[], String, byte[]> {
        @Override
        public void process(Record<byte[], byte[]> message) {
            String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
            context().recordMetadata().ifPresent(from -> context()
                    .forward(message.withKey(
                            new RecordAddress(from.topic(), from.partition(), from.offset(), key).text())));
        }
    }
}
