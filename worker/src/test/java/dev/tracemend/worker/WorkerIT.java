package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.Change;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.intake.RetryIntake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker answers to each context, told by the topics alone. */
@ExtendWith(BrokerExtension.class)
@Timeout(90)
class WorkerIT {
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
    void everyContextGetsOneResultAndASecondRunAddsNone() {
        workers.contents().add("c1", "f1", 3);
        workers.contents().add("c2", "f2", 1);
        workers.contents().add("c3", "f3", 1);

        workers.runOnce(task -> Outcomes.verified("mended " + task.fingerprint()));
        workers.runOnce(task -> Outcomes.verified("again"));

        assertThat(workers.contents().results())
                .extracting(FixResult::ctxId, FixResult::summary, FixResult::verdict, FixResult::container)
                .containsExactlyInAnyOrder(row("c1", "mended f1"), row("c2", "mended f2"), row("c3", "mended f3"));
        assertThat(workers.worked()).hasSize(3);
        assertThat(workers.contents().committed(Topics.memory(workers.topic()))).hasSize(3);
    }

    @Test
    void aCauseSeenBeforeIsCountedAndNotWorkedOnAgain() {
        workers.contents().add("c1", "f1", 3);
        workers.contents().add("c2", "f1", 4);
        workers.runOnce(task -> Outcomes.verified("mended"));
        workers.contents().add("c3", "f1", 5);
        workers.runOnce(task -> Outcomes.verified("mended"));

        assertThat(workers.worked()).hasSize(1);
        List<FixResult> results = workers.contents().results();
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
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f1", 1);
        workers.contents().add("c2", "f1", 1);

        workers.runOnce(task -> Outcomes.verified("mended"));

        assertThat(workers.contents().results()).extracting(FixResult::ctxId).containsExactly("c1", "c2");
    }

    @Test
    void whatCannotBeReadBecomesADeadLetterAndTheRestGoesOn() {
        workers.contents().addBytes("f1", new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});
        workers.contents().addBytes("f1", null);
        workers.contents().addBytes("f1", "{\"ctx\": 7}".getBytes(StandardCharsets.UTF_8));
        workers.contents().addBytes("f1", "[1, 2]".getBytes(StandardCharsets.UTF_8));
        workers.contents().addBytes("f1", "{\"ctx\": []}".getBytes(StandardCharsets.UTF_8));
        workers.contents().add("c1", "f1", 1);

        workers.runOnce(task -> Outcomes.verified("mended"));

        assertThat(workers.contents().results()).extracting(FixResult::ctxId).containsExactly("c1");
        assertThat(workers.contents().deadLetters())
                .hasSize(5)
                .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank())
                .extracting(DeadLetter::key)
                .containsOnly("f1");
        assertThat(workers.contents().deadLetters().get(0).payload()).isEqualTo("wygAAQ==");
    }

    @Test
    void theOlderFormsOfAContextAreUnderstood() {
        String trace = "java.lang.IllegalStateException: no stock\\n\\tat shop.Stock.take(Stock.java:7)";
        workers.contents().addText("{\"ctx\": [\"INFO before\", \"2026-11-21 10:00:00 ERROR boom\\n" + trace + "\"]}");
        workers.contents().addText("{\"lines\": \"2026-11-21 10:00:00 ERROR boom\\n" + trace + "\"}");

        workers.runOnce(task -> Outcomes.verified("mended"));

        assertThat(workers.contents().results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.fingerprint()).hasSize(16);
            assertThat(result.title()).contains("no stock");
        });
        assertThat(workers.worked().get(0).trace().root().type()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void workThatBreaksIsAFailedResult() {
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f2", 1);

        workers.runOnce(task -> {
            if (task.fingerprint().equals("f1")) {
                throw new IllegalStateException("the disk is full");
            }
            return Outcomes.verified("mended");
        });

        assertThat(workers.contents().results())
                .filteredOn(result -> result.ctxId().equals("c1"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(result.why()).isEqualTo("IllegalStateException: the disk is full");
                });
        assertThat(workers.contents().results()).hasSize(2);
    }

    @Test
    void aResultThatNoBrokerTakesIsAFailedResultAndTheRestGoesOn() {
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f2", 1);
        Change huge = new Change("x".repeat(6_000_000), List.of("A.java"), 1, 0, "model", false);

        workers.runOnce(task -> task.fingerprint().equals("f1")
                ? new FixOutcome.Verified(Outcomes.report("mended", ModelUsage.NONE), huge, Outcomes.PROOF)
                : Outcomes.verified("mended"));

        assertThat(workers.worked()).hasSize(2);
        assertThat(workers.contents().results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", Verdict.FAILED), Tuple.tuple("c2", Verdict.VERIFIED));
        assertThat(workers.contents().results())
                .filteredOn(result -> result.ctxId().equals("c1"))
                .singleElement()
                .satisfies(result -> assertThat(result.why()).contains("larger than the broker takes"));
    }

    @Test
    void workThatAsksForItIsBegunAgainUpToThreeTimes() {
        workers.set(workers.config().withRetrying(new WorkerConfig.Retrying(3, Duration.ofMillis(10))));
        workers.contents().add("c1", "f1", 1);
        workers.contents().add("c2", "f2", 1);

        workers.runOnce(task -> {
            boolean passes = task.fingerprint().equals("f1")
                    && workers.worked().stream().filter(task::equals).count() == 3;
            if (!passes) {
                throw new RetryLaterException("git is locked", new IllegalStateException());
            }
            return Outcomes.verified("mended");
        });

        assertThat(workers.worked()).hasSize(6);
        assertThat(workers.contents().results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(Tuple.tuple("c1", Verdict.VERIFIED), Tuple.tuple("c2", Verdict.FAILED));
        assertThat(workers.contents().committed(Topics.retries(workers.topic())))
                .extracting(record -> RetryIntake.text(record, Headers.REASON))
                .hasSize(4)
                .containsOnly("git is locked");
        assertThat(workers.contents().deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.reason()).isEqualTo("given up after 3 tries: git is locked");
            assertThat(letter.key()).isEqualTo("f2");
        });

        workers.contents().add("c3", "f2", 1);
        workers.runOnce(task -> Outcomes.verified("mended"));
        assertThat(workers.contents().results())
                .filteredOn(result -> result.ctxId().equals("c3"))
                .extracting(FixResult::verdict)
                .containsExactly(Verdict.VERIFIED);
    }

    private Tuple row(String id, String summary) {
        return Tuple.tuple(id, summary, Verdict.VERIFIED, workers.topic());
    }
}
