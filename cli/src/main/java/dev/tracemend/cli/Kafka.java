package dev.tracemend.cli;

import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The commands' view of a broker: is it there, which topics has it, make what is missing, read a topic from its start. */
public final class Kafka implements AutoCloseable {
    private static final int PATIENCE_MS = 5_000;

    private final String bootstrap;
    private final Admin admin;

    private Kafka(String bootstrap, Admin admin) {
        this.bootstrap = bootstrap;
        this.admin = admin;
    }

    /** Connects, or fails within five seconds with what to do about it. */
    public static Kafka connect(String bootstrap) {
        return connect(bootstrap, Map.of());
    }

    /** The same with settings of the user's for the client, for example TLS and SASL. */
    public static Kafka connect(String bootstrap, Map<String, String> client) {
        Admin admin;
        try {
            Properties settings = new Properties();
            settings.putAll(client);
            settings.put("bootstrap.servers", bootstrap);
            settings.put("request.timeout.ms", Integer.toString(PATIENCE_MS));
            settings.put("default.api.timeout.ms", Integer.toString(PATIENCE_MS));
            admin = Admin.create(settings);
        } catch (KafkaException e) {
            String reason = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            if (reason.startsWith("No resolvable")) {
                throw CommandFailure.unreachable("the name of the broker \"" + bootstrap + "\" cannot be resolved;"
                        + " check --bootstrap, KAFKA_BOOTSTRAP_SERVERS and the name service");
            }
            if (!client.isEmpty()) {
                throw CommandFailure.configuration("the Kafka client cannot be made: " + reason
                        + "; check --bootstrap and the settings in --client-config");
            }
            throw CommandFailure.configuration(
                    "the broker address \"" + bootstrap + "\" is not usable: " + reason + "; expected host:port");
        }
        Kafka kafka = new Kafka(bootstrap, admin);
        try {
            kafka.names();
            return kafka;
        } catch (CommandFailure e) {
            kafka.close();
            throw e;
        }
    }

    /** All topics of the broker, internal ones left out. */
    public Set<String> names() {
        return await(() -> admin.listTopics().names().get(PATIENCE_MS, TimeUnit.MILLISECONDS));
    }

    /** Partitions of each of our topics. */
    public Map<String, TopicDescription> describe(Set<String> topics) {
        return await(() -> admin.describeTopics(topics).allTopicNames().get(PATIENCE_MS, TimeUnit.MILLISECONDS));
    }

    /** Makes the topics of one short name that are missing; returns the names that were made. */
    public List<String> createFamily(String topic) {
        List<String> made = new ArrayList<>();
        Set<String> there = names();
        for (TopicSpec spec : Topics.family(topic)) {
            if (!there.contains(spec.name()) && create(spec)) {
                made.add(spec.name());
            }
        }
        return made;
    }

    /** Makes those of the topics all services share that are named and missing. */
    public void shared(List<String> names) {
        List<TopicSpec> specs = Topics.family("any").stream()
                .filter(spec -> names.contains(spec.name()))
                .toList();
        ensure(specs, Set.copyOf(names));
    }

    /**
     * Makes those of the topics that are missing, as far as this user may: in one request each to look and to make, since
     * each costs a start some time.
     *
     * @param required names without which nothing can be done: that one of them can neither be found nor made is an error
     */
    public void ensure(List<TopicSpec> specs, Set<String> required) {
        Map<String, KafkaFuture<TopicDescription>> found = admin.describeTopics(
                        specs.stream().map(TopicSpec::name).distinct().toList())
                .topicNameValues();
        Map<String, NewTopic> missing = new LinkedHashMap<>();
        for (TopicSpec spec : specs) {
            if (!exists(Objects.requireNonNull(found.get(spec.name())))) {
                missing.put(spec.name(), asked(spec));
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        admin.createTopics(missing.values()).values().forEach((name, made) -> {
            try {
                made(made);
            } catch (CommandFailure e) {
                if (required.contains(name)) {
                    throw CommandFailure.configuration("the topic " + name + " is not there and cannot be made ("
                            + e.getMessage() + "); make it, or name one that is there with --kafka-topic");
                }
            }
        });
    }

    private boolean exists(KafkaFuture<TopicDescription> found) {
        return await(() -> {
            try {
                found.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException
                        || e.getCause() instanceof AuthorizationException) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static NewTopic asked(TopicSpec spec) {
        return new NewTopic(spec.name(), spec.partitions(), (short) -1).configs(spec.config());
    }

    private boolean create(TopicSpec spec) {
        return made(admin.createTopics(List.of(asked(spec))).all());
    }

    /** Whether it was made, not there already. */
    private boolean made(KafkaFuture<Void> creation) {
        return await(() -> {
            try {
                creation.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TopicExistsException) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * Reads committed records of some topics from their start, for as long as the follower wants to go on.
     */
    public void read(List<String> topics, Follower follower) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("group.id", "tracemend-cli-" + UUID.randomUUID());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("fetch.max.wait.ms", "50");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) {
                consumer.partitionsFor(topic)
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            boolean going = true;
            while (going) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    follower.record(record);
                }
                boolean reached = end.entrySet().stream()
                        .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
                going = follower.goOn(reached);
            }
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes one record and waits until the broker has it. */
    public void publish(String topic, String key, byte[] value) {
        publish(topic, key, List.of(value));
    }

    /** Publishes records of one key in their order, and waits until the broker has them all. */
    public void publish(String topic, String key, List<byte[]> values) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "max.block.ms", Integer.toString(PATIENCE_MS));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            values.forEach(value -> sent.add(producer.send(new ProducerRecord<>(topic, key, value))));
            for (Future<RecordMetadata> one : sent) {
                await(() -> one.get(PATIENCE_MS, TimeUnit.MILLISECONDS));
            }
        }
    }

    /** Takes the records of {@link #read}. */
    public interface Follower {
        /** One record. */
        void record(ConsumerRecord<String, byte[]> record);

        /** Asked after each poll; {@code reachedEnd}: all that was there at the start has been read. */
        boolean goOn(boolean reachedEnd);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private <T> T await(Call<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(e);
        }
    }

    private CommandFailure unreachable(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException || cause instanceof TimeoutException) {
            return CommandFailure.unreachable("no Kafka broker answers at " + bootstrap
                    + "; start one (`tracemend up`, `tracemend demo` or `docker compose up`), or name yours with"
                    + " --bootstrap or KAFKA_BOOTSTRAP_SERVERS");
        }
        if (cause instanceof AuthenticationException) {
            return CommandFailure.configuration("the broker at " + bootstrap + " does not accept our credentials ("
                    + cause.getMessage() + "); check the TLS and SASL settings");
        }
        return CommandFailure.failed("the broker at " + bootstrap + " refused: " + cause.getMessage());
    }

    private interface Call<T> {
        T get() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
