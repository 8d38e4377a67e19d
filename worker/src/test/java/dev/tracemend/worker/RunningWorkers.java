package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.machine.GitFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The workers of one topic of a broker, each in a thread of its own or run to the end of what is there. */
final class RunningWorkers implements AutoCloseable {
    private final String topic = "worker-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<FixTask> worked = new CopyOnWriteArrayList<>();
    private final List<One> running = new CopyOnWriteArrayList<>();
    private final TopicContents contents;
    private WorkerConfig config;

    /** A worker that was started. */
    record One(Worker worker, Thread thread) {}

    /** Makes the topics, and below the folder a checkout and the workers' data. */
    RunningWorkers(EmbeddedBroker broker, Path folder) {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        contents = new TopicContents(broker.bootstrap(), topic);
        Path workspace = GitFolder.commit(folder.resolve("ws"));
        config = WorkerConfig.of(broker.bootstrap(), List.of(topic), workspace, folder.resolve("data"));
    }

    String topic() {
        return topic;
    }

    /** What their fixers were given, in order. */
    List<FixTask> worked() {
        return worked;
    }

    TopicContents contents() {
        return contents;
    }

    WorkerConfig config() {
        return config;
    }

    /** The settings of those that are begun from now on. */
    void set(WorkerConfig other) {
        config = other;
    }

    /** One that ends when all that is there is answered. */
    void runOnce(Function<FixTask, FixOutcome> work) {
        new Worker(config.untilAnswered(), fixer(work)).run();
    }

    /** One that goes on. */
    One start(Function<FixTask, FixOutcome> work) {
        Worker worker = new Worker(config, fixer(work));
        One one = new One(worker, new Thread(worker::run));
        running.add(one);
        one.thread().start();
        return one;
    }

    private Fixer fixer(Function<FixTask, FixOutcome> work) {
        return (task, progress) -> {
            worked.add(task);
            progress.accept("working");
            return work.apply(task);
        };
    }

    /** Work that ends when the latch does. */
    static FixOutcome waitFor(CountDownLatch latch, String summary) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            return Outcomes.verified(summary);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (One one : running) {
            one.thread().interrupt();
            one.thread().join(10_000);
        }
        contents.close();
    }
}
