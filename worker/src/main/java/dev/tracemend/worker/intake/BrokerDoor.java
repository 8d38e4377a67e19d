package dev.tracemend.worker.intake;

import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Looks before the worker begins: is there a broker, and are its topics as the worker needs them? Makes missing ones. */
public final class BrokerDoor {
    private final Admin admin;
    private final Duration limit;

    private BrokerDoor(Admin admin, Duration limit) {
        this.admin = admin;
        this.limit = limit;
    }

    /** What stands in the way, with the remedy; empty where nothing does. Takes about {@code limit} at most. */
    public static Optional<String> problem(String bootstrap, List<String> topics, Duration limit) {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) limit.toMillis());
        try (Admin admin = Admin.create(settings)) {
            BrokerDoor door = new BrokerDoor(admin, limit);
            for (String topic : topics) {
                Optional<String> problem = door.prepare(topic);
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            return Optional.of("no Kafka broker answers at " + bootstrap + " within " + limit.toSeconds()
                    + " s: start one (tracemend up), or name it with --bootstrap or KAFKA_BOOTSTRAP_SERVERS");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while looking for a broker at " + bootstrap);
        }
    }

    private Optional<String> prepare(String topic) throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> there = admin.listTopics().names().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        String ctx = Topics.ctx(topic);
        int partitions = there.contains(ctx) ? partitions(Set.of(ctx)).getOrDefault(ctx, 1) : 0;
        List<NewTopic> missing = new ArrayList<>();
        for (TopicSpec spec : Topics.family(topic)) {
            boolean perCause = perCause(topic).contains(spec.name());
            int count = perCause && partitions > 0 ? partitions : spec.partitions();
            if (!there.contains(spec.name())) {
                missing.add(new NewTopic(spec.name(), Optional.of(count), Optional.empty()).configs(spec.config()));
            }
        }
        for (NewTopic topicToMake : missing) {
            make(topicToMake);
        }
        return mismatch(topic);
    }

    private void make(NewTopic topic) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Set<String> perCause(String topic) {
        return Set.of(Topics.results(topic), Topics.memory(topic), Topics.retries(topic));
    }

    /** What belongs to a context goes to the partition of its number, so there must be as many. */
    private Optional<String> mismatch(String topic) throws ExecutionException, TimeoutException, InterruptedException {
        String ctx = Topics.ctx(topic);
        Set<String> names = new HashSet<>(perCause(topic));
        names.add(ctx);
        Map<String, Integer> counts = partitions(names);
        int needed = counts.getOrDefault(ctx, 0);
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() < needed) {
                return Optional.of("topic " + count.getKey() + " has " + count.getValue() + " partitions, " + ctx
                        + " has " + needed + ": give it as many (kafka-topics --alter --partitions " + needed + ")");
            }
        }
        return Optional.empty();
    }

    private Map<String, Integer> partitions(Set<String> names)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, TopicDescription> topics =
                admin.describeTopics(names).allTopicNames().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        return topics.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().partitions().size()));
    }
}
