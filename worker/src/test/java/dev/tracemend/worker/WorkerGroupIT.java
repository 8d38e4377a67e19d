package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Workers that end in the middle of their work, and several at once: each context is answered once. */
@ExtendWith(BrokerExtension.class)
@Timeout(90)
class WorkerGroupIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private RunningWorkers workers;

    @BeforeEach
    void makeTopics(EmbeddedBroker broker) {
        workers = new RunningWorkers(broker, folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        workers.close();
    }

    @Test
    void aWorkerThatDiesInTheMiddleLeavesNothingAndTheNextAnswersOnce() throws InterruptedException {
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f2", 1);
        CountDownLatch never = new CountDownLatch(1);
        RunningWorkers.One first = workers.start(task -> RunningWorkers.waitFor(never, "never"));
        await().atMost(SOON).until(() -> workers.worked().size() == 1);

        first.thread().interrupt();
        first.thread().join(10_000);
        assertThat(workers.contents().results()).isEmpty();
        workers.runOnce(task -> Outcomes.verified("mended"));

        assertThat(workers.contents().results())
                .extracting(FixResult::ctxId, FixResult::summary)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", "mended"), Tuple.tuple("c2", "mended"));
    }

    @Test
    void stopFinishesTheRecordInHand() throws InterruptedException {
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f1", 1);
        CountDownLatch release = new CountDownLatch(1);
        RunningWorkers.One only = workers.start(task -> RunningWorkers.waitFor(release, "mended"));
        await().atMost(SOON).until(() -> workers.worked().size() == 1);

        only.worker().stop();
        release.countDown();
        only.thread().join(10_000);

        assertThat(only.thread().isAlive()).isFalse();
        assertThat(workers.contents().results()).extracting(FixResult::ctxId).containsExactly("c1");
    }

    @Test
    void twoWorkersOfOneGroupMakeOneProposalForEachCause() {
        for (int i = 0; i < 48; i++) {
            workers.contents().add("c" + i, "f" + i % 12, 1);
        }
        RunningWorkers.One first = workers.start(task -> Outcomes.verified("by the first"));
        await().atMost(SOON).until(() -> workers.worked().size() >= 2);
        workers.start(task -> Outcomes.verified("by the second"));
        await().atMost(SOON).until(() -> workers.contents().results().size() >= 24);
        first.worker().stop();
        for (int i = 48; i < 72; i++) {
            workers.contents().add("c" + i, "f" + i % 12, 1);
        }
        await().atMost(SOON).until(() -> workers.contents().results().size() >= 72);

        List<FixResult> results = workers.contents().results();
        assertThat(results).extracting(FixResult::id).doesNotHaveDuplicates().hasSize(72);
        Map<String, Integer> proposals = new HashMap<>();
        results.stream()
                .filter(result -> result.repeatOf().isEmpty())
                .forEach(result -> proposals.merge(result.fingerprint(), 1, Integer::sum));
        assertThat(proposals).hasSize(12).allSatisfy((fingerprint, count) -> assertThat(count)
                .isOne());
    }

    @Test
    void severalTopicsAndSeveralCausesAreUnderWayAtOnce(EmbeddedBroker broker) {
        String topic = workers.topic();
        String other = topic + "-b";
        for (TopicSpec spec : Topics.family(other)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        WorkerConfig one = workers.config();
        workers.set(WorkerConfig.of(broker.bootstrap(), List.of(topic, other), one.workspace(), one.dataDir())
                .withConcurrency(3));
        CountDownLatch together = new CountDownLatch(3);
        try (TopicContents others = new TopicContents(broker.bootstrap(), other)) {
            for (int i = 0; i < 24; i++) {
                workers.contents().add("c" + i, "f" + i % 12, 1);
                others.add("d" + i, "g" + i % 12, 1);
            }
            workers.runOnce(task -> {
                together.countDown();
                return RunningWorkers.waitFor(together, "mended");
            });

            assertThat(workers.contents().results())
                    .hasSize(24)
                    .extracting(FixResult::id)
                    .doesNotHaveDuplicates();
            assertThat(others.results()).hasSize(24).extracting(FixResult::id).doesNotHaveDuplicates();
            for (TopicContents each : List.of(workers.contents(), others)) {
                // Work may begin twice where a lane takes a partition over from another; it counts once.
                assertThat(each.results())
                        .filteredOn(result -> result.repeatOf().isEmpty())
                        .hasSize(12);
            }
        }
    }
}
