package dev.tracemend.streams.kstreams;

import dev.tracemend.contracts.Topics;
import dev.tracemend.streams.window.Outgoing;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowRules;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Wires the two stages between the topics. */
final class WindowTopology {
    /** Fixed, as the raw topics that come and go cannot say it; so many engines can share the second stage. */
    private static final int CAUSE_PARTITIONS = 3;

    private WindowTopology() {}

    static Topology of(WindowRules rules, StageTally tally, RawBacklog backlog) {
        Serde<Outgoing> outgoing = Serdes.serdeFrom((topic, out) -> out.value(), writeOnly());
        Produced<String, Outgoing> produced = Produced.with(Serdes.String(), outgoing);
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(LiveStore.builder(SourceProcessor.STORE));
        builder.addStateStore(LiveStore.builder(CauseProcessor.STORE));

        KStream<String, Told> told = builder.stream(
                        Topics.ALL_RAW, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(() -> new SourceProcessor(rules, tally, backlog), SourceProcessor.STORE);
        told.filter((key, value) -> value instanceof Told.ToErrors)
                .mapValues(value -> ((Told.ToErrors) value).letter())
                .to((key, letter, context) -> letter.topic(), produced);
        told.filter((key, value) -> value instanceof Told.ToCause)
                .mapValues(value -> ((Told.ToCause) value).event().bytes())
                .repartition(Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                        .withName("by-cause")
                        .withNumberOfPartitions(CAUSE_PARTITIONS))
                .process(() -> new CauseProcessor(rules, tally, backlog), CauseProcessor.STORE)
                .to((key, context, record) -> context.topic(), produced);
        return builder.build();
    }

    private static Deserializer<Outgoing> writeOnly() {
        return (topic, bytes) -> {
            throw new UnsupportedOperationException("outgoing records are only written");
        };
    }
}
