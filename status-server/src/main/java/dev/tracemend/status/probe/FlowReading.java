package dev.tracemend.status.probe;

import dev.tracemend.contracts.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** One look: topics, their partitions, three offsets of each partition, the groups of workers and of the windows. */
final class FlowReading {
    private static final Pattern OURS =
            Pattern.compile(Topics.ALL_RAW + "|" + Topics.ALL_CTX + "|" + Topics.ALL_RESULTS);
    /** What the names of the windows' groups begin with; an engine adds the version of its state. */
    private static final String WINDOWS = Topics.group("tracemend-windows");

    private static final int MOST_TOPICS = 64;

    private final Admin admin;
    private final int patienceMs;
    private final FlowRates rates;
    private final double now;
    private final Map<TopicPartition, Long> earliest = new HashMap<>();
    private final Map<TopicPartition, Long> latest = new HashMap<>();
    private final Map<TopicPartition, Long> newest = new HashMap<>();

    FlowReading(Admin admin, int patienceMs, FlowRates rates, double now) {
        this.admin = admin;
        this.patienceMs = patienceMs;
        this.rates = rates;
        this.now = now;
    }

    Pipeline read() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> names = within(admin.listTopics().names()).stream()
                .filter(OURS.asMatchPredicate())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> topics =
                names.stream().map(Topics::shortName).limit(MOST_TOPICS).collect(Collectors.toCollection(TreeSet::new));
        offsets(within(admin.describeTopics(names).allTopicNames()));
        WindowsReading read = windows();
        List<TopicFlow> flows = new ArrayList<>();
        for (String topic : topics) {
            String group = Topics.group("tracemend-worker-" + topic);
            flows.add(new TopicFlow(
                    topic,
                    flow(Topics.raw(topic)),
                    flow(Topics.ctx(topic)),
                    flow(Topics.results(topic)),
                    members(group),
                    waiting(group, Topics.ctx(topic)),
                    unread(read, Topics.raw(topic)),
                    windows(read, Topics.raw(topic))));
        }
        return new Pipeline(true, "", now, flows, read.state());
    }

    private void offsets(Map<String, TopicDescription> described)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> all = described.values().stream()
                .flatMap(d -> d.partitions().stream().map(p -> new TopicPartition(d.name(), p.partition())))
                .toList();
        ask(all, OffsetSpec.earliest()).forEach((p, info) -> earliest.put(p, info.offset()));
        ask(all, OffsetSpec.latest()).forEach((p, info) -> latest.put(p, info.offset()));
        ask(all, OffsetSpec.maxTimestamp()).forEach((p, info) -> newest.put(p, info.timestamp()));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ask(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return within(admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
                .all());
    }

    private Flow flow(String name) {
        List<TopicPartition> parts = partitions(name);
        if (parts.isEmpty()) {
            return Flow.ABSENT;
        }
        long records = parts.stream()
                .mapToLong(p -> latest.getOrDefault(p, 0L) - earliest.getOrDefault(p, 0L))
                .sum();
        long last =
                parts.stream().mapToLong(p -> newest.getOrDefault(p, -1L)).max().orElse(-1);
        long end = parts.stream().mapToLong(p -> latest.getOrDefault(p, 0L)).sum();
        return new Flow(true, records, last < 0 ? 0 : last / 1000.0, rates.of(name, end, now));
    }

    private int members(String group) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            Map<String, ConsumerGroupDescription> found =
                    within(admin.describeConsumerGroups(List.of(group)).all());
            return found.values().stream().mapToInt(g -> g.members().size()).sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private long waiting(String group, String topic) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                within(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        // A committed offset can be absent from the answer as a null value.
        return committed.entrySet().stream()
                .filter(e -> e.getKey().topic().equals(topic) && e.getValue() != null)
                .mapToLong(e -> Math.max(
                        0, latest.getOrDefault(e.getKey(), 0L) - e.getValue().offset()))
                .sum();
    }

    private WindowsReading windows() throws ExecutionException, InterruptedException, TimeoutException {
        WindowsReading read = new WindowsReading();
        for (GroupListing group : within(admin.listGroups().all())) {
            if (group.groupId().startsWith(WINDOWS)) {
                read.add(within(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata()));
            }
        }
        return read;
    }

    private long unread(WindowsReading read, String topic) {
        return partitions(topic).stream()
                .mapToLong(p -> Math.max(0, latest.getOrDefault(p, 0L) - read.next(p, earliest.getOrDefault(p, 0L))))
                .sum();
    }

    private WindowsFlow windows(WindowsReading read, String topic) {
        long next = partitions(topic).stream()
                .mapToLong(p -> read.next(p, earliest.getOrDefault(p, 0L)))
                .sum();
        return new WindowsFlow(rates.of("windows of " + topic, next, now), read.watermark(topic));
    }

    private List<TopicPartition> partitions(String topic) {
        return latest.keySet().stream().filter(p -> p.topic().equals(topic)).toList();
    }

    private <T> T within(KafkaFuture<T> asked) throws ExecutionException, InterruptedException, TimeoutException {
        return asked.get(patienceMs, TimeUnit.MILLISECONDS);
    }
}
