package dev.tracemend.worker;

import static org.awaitility.Awaitility.await;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.PatchRecord;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.deliver.Handover;
import dev.tracemend.worker.deliver.Proposal;
import dev.tracemend.worker.policy.Policies;
import dev.tracemend.worker.policy.PolicyReading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The causes of one topic with a worker under a policy, a checkout, and what is told of them. */
final class LivingCauses implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final String topic = "life-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<FixTask> worked = new CopyOnWriteArrayList<>();
    private final List<Proposal> delivered = new CopyOnWriteArrayList<>();
    private final TopicContents contents;
    private final Path repository;
    private final WorkerConfig config;
    private List<String> files = Outcomes.CHANGE.files();
    private Optional<Worker> worker = Optional.empty();
    private Thread thread = new Thread();

    /** Makes the topics, and below the folder the checkout and the worker's data. */
    LivingCauses(EmbeddedBroker broker, Path folder) {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        contents = new TopicContents(broker.bootstrap(), topic);
        repository = GitFolder.commit(folder.resolve("ws"));
        GitFolder.write(repository, "A.java", "class A {}\n");
        config = WorkerConfig.of(broker.bootstrap(), List.of(topic), repository, folder.resolve("data"))
                .withRetrying(new WorkerConfig.Retrying(3, Duration.ofMillis(20)));
    }

    String topic() {
        return topic;
    }

    /** What the fixer was given, in order. */
    List<FixTask> worked() {
        return worked;
    }

    /** What was handed over, in order. */
    List<Proposal> delivered() {
        return delivered;
    }

    TopicContents contents() {
        return contents;
    }

    Path repository() {
        return repository;
    }

    /** From now on patches change these files. */
    void patching(List<String> other) {
        files = other;
    }

    /** Ids are unique over all topics, as in life: a decision names nothing but a result's id. */
    void add(String id, String fingerprint, long count) {
        contents.add(id + "-" + topic, fingerprint, count);
    }

    List<PatchRecord> patches() {
        return contents.committed(Topics.PATCHES).stream()
                .map(record -> Wire.patchRecord(record.value()))
                .filter(patch -> patch.container().equals(topic))
                .toList();
    }

    /** What is known of the cause {@code f1} once it has come there. */
    MemoryEntry reached(Lifecycle state) {
        await().atMost(SOON).until(() -> contents.state("f1").equals(Optional.of(state)));
        List<MemoryEntry> entries = contents.memory("f1");
        return entries.get(entries.size() - 1);
    }

    /** Starts a worker, which mends everything. */
    void start(Map<String, Object> policy, Handover handover) {
        Policies policies = PolicyReading.of(Map.of("default", policy), "the test");
        Fixer fixer = (task, progress) -> {
            worked.add(task);
            String summary = "mended " + worked.size();
            return Outcomes.verifiedAt(GitFolder.head(repository), summary, ModelUsage.NONE, files);
        };
        Worker started = new Worker(config.withPolicies(policies), fixer, proposal -> {
            delivered.add(proposal);
            return handover.deliver(proposal);
        });
        worker = Optional.of(started);
        thread = new Thread(started::run);
        thread.start();
    }

    void stop() throws InterruptedException {
        worker.ifPresent(Worker::stop);
        thread.join(20_000);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        contents.close();
    }
}
