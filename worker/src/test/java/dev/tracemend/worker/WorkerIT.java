package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.intake.RetryIntake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
@Timeout(90)
class WorkerIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final String topic = "worker-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<FixTask> worked = new CopyOnWriteArrayList<>();
    private final List<Running> running = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private EmbeddedBroker broker;
    private TopicContents contents;
    private WorkerConfig config;

    private record Running(Worker worker, Thread thread) {}

    @BeforeEach
    void makeTopics(EmbeddedBroker shared) {
        broker = shared;
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        contents = new TopicContents(broker.bootstrap(), topic);
        Path workspace = GitFolder.commit(folder.resolve("ws"));
        config = WorkerConfig.of(broker.bootstrap(), List.of(topic), workspace, folder.resolve("data"));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Running one : running) {
            one.thread().interrupt();
            one.thread().join(10_000);
        }
        contents.close();
    }

    @Test
    void everyContextGetsOneResultAndASecondRunAddsNone() {
        contents.add("c1", "f1", 3);
        contents.add("c2", "f2", 1);
        contents.add("c3", "f3", 1);

        runOnce(task -> Outcomes.verified("mended " + task.fingerprint()));
        runOnce(task -> Outcomes.verified("again"));

        assertThat(contents.results())
                .extracting(FixResult::ctxId, FixResult::summary, FixResult::verdict, FixResult::container)
                .containsExactlyInAnyOrder(row("c1", "mended f1"), row("c2", "mended f2"), row("c3", "mended f3"));
        assertThat(worked).hasSize(3);
        assertThat(contents.committed(Topics.memory(topic))).hasSize(3);
    }

    @Test
    void aCauseSeenBeforeIsCountedAndNotWorkedOnAgain() {
        contents.add("c1", "f1", 3);
        contents.add("c2", "f1", 4);
        runOnce(task -> Outcomes.verified("mended"));
        contents.add("c3", "f1", 5);
        runOnce(task -> Outcomes.verified("mended"));

        assertThat(worked).hasSize(1);
        List<FixResult> results = contents.results();
        assertThat(results).extracting(FixResult::ctxId).containsExactly("c1", "c2", "c3");
        assertThat(results)
                .extracting(FixResult::repeatOf)
                .containsExactly("", results.get(0).id(), results.get(0).id());
        assertThat(results.get(2).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(results.get(2).patch().diff()).isEmpty();
        assertThat(results.get(2).summary()).contains("12 errors so far");
    }

    @Test
    void aContextThatIsDeliveredAgainGetsNoSecondResult() {
        contents.add("c1", "f1", 1);
        contents.add("c1", "f1", 1);
        contents.add("c2", "f1", 1);
        contents.add("c2", "f1", 1);

        runOnce(task -> Outcomes.verified("mended"));

        assertThat(contents.results()).extracting(FixResult::ctxId).containsExactly("c1", "c2");
    }

    @Test
    void whatCannotBeReadBecomesADeadLetterAndTheRestGoesOn() {
        contents.addBytes("f1", new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});
        contents.addBytes("f1", null);
        contents.addBytes("f1", "{\"ctx\": 7}".getBytes(StandardCharsets.UTF_8));
        contents.addBytes("f1", "[1, 2]".getBytes(StandardCharsets.UTF_8));
        contents.addBytes("f1", "{\"ctx\": []}".getBytes(StandardCharsets.UTF_8));
        contents.add("c1", "f1", 1);

        runOnce(task -> Outcomes.verified("mended"));

        assertThat(contents.results()).extracting(FixResult::ctxId).containsExactly("c1");
        assertThat(contents.deadLetters())
                .hasSize(5)
                .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank())
                .extracting(DeadLetter::key)
                .containsOnly("f1");
        assertThat(contents.deadLetters().get(0).payload()).isEqualTo("wygAAQ==");
    }

    @Test
    void theOlderFormsOfAContextAreUnderstood() {
        String trace = "java.lang.IllegalStateException: no stock\\n\\tat shop.Stock.take(Stock.java:7)";
        contents.addText("{\"ctx\": [\"INFO before\", \"2026-11-21 10:00:00 ERROR boom\\n" + trace + "\"]}");
        contents.addText("{\"lines\": \"2026-11-21 10:00:00 ERROR boom\\n" + trace + "\"}");

        runOnce(task -> Outcomes.verified("mended"));

        assertThat(contents.results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.fingerprint()).hasSize(16);
            assertThat(result.title()).contains("no stock");
        });
        assertThat(worked.get(0).trace().root().type()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void workThatBreaksIsAFailedResult() {
        contents.add("c1", "f1", 1);
        contents.add("c2", "f2", 1);

        runOnce(task -> {
            if (task.fingerprint().equals("f1")) {
                throw new IllegalStateException("the disk is full");
            }
            return Outcomes.verified("mended");
        });

        assertThat(contents.results())
                .filteredOn(result -> result.ctxId().equals("c1"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(result.why()).isEqualTo("IllegalStateException: the disk is full");
                });
        assertThat(contents.results()).hasSize(2);
    }

    @Test
    void aResultThatNoBrokerTakesIsAFailedResultAndTheRestGoesOn() {
        contents.add("c1", "f1", 1);
        contents.add("c2", "f2", 1);
        Change huge = new Change("x".repeat(6_000_000), List.of("A.java"), 1, 0, "model", false);

        runOnce(task -> task.fingerprint().equals("f1")
                ? new FixOutcome.Verified(Outcomes.report("mended", ModelUsage.NONE), huge, Outcomes.PROOF)
                : Outcomes.verified("mended"));

        assertThat(worked).hasSize(2);
        assertThat(contents.results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", Verdict.FAILED), Tuple.tuple("c2", Verdict.VERIFIED));
        assertThat(contents.results())
                .filteredOn(result -> result.ctxId().equals("c1"))
                .singleElement()
                .satisfies(result -> assertThat(result.why()).contains("larger than the broker takes"));
    }

    @Test
    void workThatAsksForItIsBegunAgainUpToThreeTimes() {
        config = config.withRetrying(new WorkerConfig.Retrying(3, Duration.ofMillis(10)));
        contents.add("c1", "f1", 1);
        contents.add("c2", "f2", 1);

        runOnce(task -> {
            boolean passes = task.fingerprint().equals("f1")
                    && worked.stream().filter(task::equals).count() == 3;
            if (!passes) {
                throw new RetryLaterException("git is locked", new IllegalStateException());
            }
            return Outcomes.verified("mended");
        });

        assertThat(worked).hasSize(6);
        assertThat(contents.results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", Verdict.VERIFIED), Tuple.tuple("c2", Verdict.FAILED));
        assertThat(contents.committed(Topics.retries(topic)))
                .extracting(record -> RetryIntake.text(record, Headers.REASON))
                .hasSize(4)
                .containsOnly("git is locked");
        assertThat(contents.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.reason()).isEqualTo("given up after 3 tries: git is locked");
            assertThat(letter.key()).isEqualTo("f2");
        });

        contents.add("c3", "f2", 1);
        runOnce(task -> Outcomes.verified("mended"));
        assertThat(contents.results())
                .filteredOn(result -> result.ctxId().equals("c3"))
                .extracting(FixResult::verdict)
                .containsExactly(Verdict.VERIFIED);
    }

    @Test
    void aWorkerThatDiesInTheMiddleLeavesNothingAndTheNextAnswersOnce() throws InterruptedException {
        contents.add("c1", "f1", 1);
        contents.add("c2", "f2", 1);
        CountDownLatch never = new CountDownLatch(1);
        Running first = start(task -> waitFor(never, "never"));
        await().atMost(SOON).until(() -> worked.size() == 1);

        first.thread().interrupt();
        first.thread().join(10_000);
        assertThat(contents.results()).isEmpty();
        runOnce(task -> Outcomes.verified("mended"));

        assertThat(contents.results())
                .extracting(FixResult::ctxId, FixResult::summary)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", "mended"), Tuple.tuple("c2", "mended"));
    }

    @Test
    void stopFinishesTheRecordInHand() throws InterruptedException {
        contents.add("c1", "f1", 1);
        contents.add("c2", "f1", 1);
        CountDownLatch release = new CountDownLatch(1);
        Running only = start(task -> waitFor(release, "mended"));
        await().atMost(SOON).until(() -> worked.size() == 1);

        only.worker().stop();
        release.countDown();
        only.thread().join(10_000);

        assertThat(only.thread().isAlive()).isFalse();
        assertThat(contents.results()).extracting(FixResult::ctxId).containsExactly("c1");
    }

    @Test
    void twoWorkersOfOneGroupMakeOneProposalForEachCause() {
        for (int i = 0; i < 48; i++) {
            contents.add("c" + i, "f" + i % 12, 1);
        }
        start(task -> Outcomes.verified("by the first"));
        await().atMost(SOON).until(() -> worked.size() >= 2);
        start(task -> Outcomes.verified("by the second"));
        await().atMost(SOON).until(() -> contents.results().size() >= 24);
        running.get(0).worker().stop();
        for (int i = 48; i < 72; i++) {
            contents.add("c" + i, "f" + i % 12, 1);
        }
        await().atMost(SOON).until(() -> contents.results().size() >= 72);

        List<FixResult> results = contents.results();
        assertThat(results).extracting(FixResult::id).doesNotHaveDuplicates().hasSize(72);
        Map<String, Integer> proposals = new HashMap<>();
        results.stream()
                .filter(result -> result.repeatOf().isEmpty())
                .forEach(result -> proposals.merge(result.fingerprint(), 1, Integer::sum));
        assertThat(proposals).hasSize(12).allSatisfy((fingerprint, count) -> assertThat(count)
                .isOne());
    }

    @Test
    void severalTopicsAndSeveralCausesAreUnderWayAtOnce() {
        String other = topic + "-b";
        for (TopicSpec spec : Topics.family(other)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        config = WorkerConfig.of(broker.bootstrap(), List.of(topic, other), config.workspace(), config.dataDir())
                .withConcurrency(3);
        CountDownLatch together = new CountDownLatch(3);
        try (TopicContents others = new TopicContents(broker.bootstrap(), other)) {
            for (int i = 0; i < 24; i++) {
                contents.add("c" + i, "f" + i % 12, 1);
                others.add("d" + i, "g" + i % 12, 1);
            }
            runOnce(task -> {
                together.countDown();
                return waitFor(together, "mended");
            });

            assertThat(contents.results()).hasSize(24).extracting(FixResult::id).doesNotHaveDuplicates();
            assertThat(others.results()).hasSize(24).extracting(FixResult::id).doesNotHaveDuplicates();
            for (TopicContents one : List.of(contents, others)) {
                // Work may begin twice where a lane takes a partition over from another; it counts once.
                assertThat(one.results())
                        .filteredOn(result -> result.repeatOf().isEmpty())
                        .hasSize(12);
            }
        }
    }

    private Tuple row(String id, String summary) {
        return Tuple.tuple(id, summary, Verdict.VERIFIED, topic);
    }

    private void runOnce(Function<FixTask, FixOutcome> work) {
        new Worker(config.untilAnswered(), fixer(work)).run();
    }

    private Running start(Function<FixTask, FixOutcome> work) {
        Worker worker = new Worker(config, fixer(work));
        Running one = new Running(worker, new Thread(worker::run));
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

    private static FixOutcome waitFor(CountDownLatch latch, String summary) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            return Outcomes.verified(summary);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
