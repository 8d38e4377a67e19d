package dev.tracemend.worker.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.worker.Outcomes;
import dev.tracemend.worker.TopicContents;
import dev.tracemend.worker.deliver.TransactionalDelivery.Written;
import dev.tracemend.worker.intake.ContextIntake;
import dev.tracemend.worker.memory.CauseDraft;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
@Timeout(60)
class StaleMembershipIT {
    private final String topic = "stale-" + UUID.randomUUID().toString().substring(0, 8);

    /** A worker that was paused while the group went on without it wakes up and tries to deliver. */
    @Test
    void whatAFormerOwnerDeliversIsNeverSeen(EmbeddedBroker broker) throws Exception {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        try (TopicContents contents = new TopicContents(broker.bootstrap(), topic);
                ContextIntake former = intake(broker);
                TransactionalDelivery late = new TransactionalDelivery(broker.bootstrap(), topic);
                TransactionalDelivery next = new TransactionalDelivery(broker.bootstrap(), topic);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            contents.add("c1", "f1", 1);
            ConsumerRecord<byte[], byte[]> record = take(former);
            admin.removeMembersFromConsumerGroup("g-" + topic, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            try (ContextIntake owner = intake(broker)) {
                ConsumerRecord<byte[], byte[]> again = take(owner);
                assertThat(again.offset()).isEqualTo(record.offset());

                assertThat(late.deliver(after(record), answer(record, "late"), former.membership()))
                        .isEqualTo(Written.STALE);
                assertThat(contents.results()).isEmpty();

                assertThat(next.deliver(after(again), answer(again, "in time"), owner.membership()))
                        .isEqualTo(Written.COMMITTED);
                assertThat(contents.results()).extracting(FixResult::summary).containsExactly("in time");
            }
        }
    }

    private ContextIntake intake(EmbeddedBroker broker) {
        return new ContextIntake(
                broker.bootstrap(), topic, "g-" + topic, Duration.ofSeconds(10), partition -> {}, partition -> {});
    }

    private static ConsumerRecord<byte[], byte[]> take(ContextIntake intake) {
        AtomicReference<ConsumerRecord<byte[], byte[]>> taken = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            intake.next(Duration.ofMillis(200)).ifPresent(taken::set);
            return taken.get() != null;
        });
        return taken.get();
    }

    private Answer answer(ConsumerRecord<byte[], byte[]> record, String summary) {
        ErrorContext context = TopicContents.context(topic, "c1", "f1", 1);
        FixResult result = new ResultTranslation(Clock.systemUTC()).answer(context, Outcomes.verified(summary));
        MemoryEntry entry = CauseDraft.first(context).answeredBy(result.id()).entry(1);
        return new Answer(topic).with(record.partition(), result).with(record.partition(), entry);
    }

    private static Map<TopicPartition, OffsetAndMetadata> after(ConsumerRecord<byte[], byte[]> record) {
        return Map.of(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
    }
}
