package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.PatchRecord;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.deliver.Delivered;
import dev.tracemend.worker.deliver.Proposal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a cause over time, told by the topics alone. */
@ExtendWith(BrokerExtension.class)
@Timeout(120)
class LifecycleIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private LivingCauses causes;

    @BeforeEach
    void makeTopics(EmbeddedBroker broker) {
        causes = new LivingCauses(broker, folder);
    }

    @AfterEach
    void end() throws InterruptedException {
        causes.close();
    }

    @Test
    void aCauseFromItsFirstErrorToTheRegressionOfItsFix() {
        causes.start(
                Map.of("close-after", Map.of("windows", 2, "window", "2s")),
                proposal -> new Delivered.OnBranch(
                        "main", GitFolder.write(causes.repository(), "A.java", "class A { int a; }\n")));

        causes.add("c1", "f1", 3);
        MemoryEntry proposed = causes.reached(Lifecycle.PROPOSED);
        causes.contents().decide(proposed.resultId(), "reject", "the default is wrong");
        MemoryEntry refused = causes.reached(Lifecycle.REFUSED);
        assertThat(refused.decisions()).extracting("comment").containsExactly("the default is wrong");
        causes.add("c2", "f1", 4);
        await().atMost(SOON).until(() -> causes.contents().results().size() == 2);
        assertThat(causes.worked()).hasSize(1);
        assertThat(causes.contents().results().get(1).why()).contains("refused").contains("the default is wrong");

        GitFolder.write(causes.repository(), "A.java", "class A { }\n");
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true); // a head is looked up once a second
        causes.add("c3", "f1", 1);
        MemoryEntry anew = causes.reached(Lifecycle.PROPOSED);
        assertThat(anew.resultId()).isNotEqualTo(proposed.resultId());
        causes.contents().decide(anew.resultId(), "approve", "good");
        MemoryEntry applied = causes.reached(Lifecycle.APPLIED);
        assertThat(applied.applied().commit()).isEqualTo(GitFolder.head(causes.repository()));
        causes.reached(Lifecycle.CLOSED);
        causes.add("c4", "f1", 1);
        await().atMost(SOON).until(() -> causes.worked().size() == 3);
        MemoryEntry back = causes.reached(Lifecycle.PROPOSED);

        assertThat(folder.resolve("data/decisions.tsv")).content().isEqualTo("guard\tNullPointerException\t2\t1\n");
        assertThat(back.count()).isEqualTo(9);
        assertThat(back.regressions()).isOne();
        assertThat(causes.contents().memory("f1"))
                .extracting(MemoryEntry::state)
                .contains(Lifecycle.REGRESSED);
        assertThat(causes.contents().audit())
                .extracting(AuditEntry::decision)
                .containsExactly(
                        "propose", "reject", "repeat", "propose", "approve", "deliver", "quiet", "close", "regress",
                        "propose");
        assertThat(causes.contents().audit())
                .allSatisfy(entry -> assertThat(entry.reason()).isNotBlank());
        assertThat(causes.patches())
                .extracting(PatchRecord::state)
                .containsExactly(
                        PatchState.PROPOSED,
                        PatchState.REJECTED,
                        PatchState.PROPOSED,
                        PatchState.APPROVED,
                        PatchState.APPLIED,
                        PatchState.PROPOSED);
        assertThat(causes.contents().results())
                .extracting(FixResult::ctxId)
                .containsExactly(
                        "c1-" + causes.topic(), "c2-" + causes.topic(), "c3-" + causes.topic(), "c4-" + causes.topic());
    }

    @Test
    void aFixThatIsNotInTheCodeYetIsNoRegression() {
        causes.start(Map.of("mode", "branch"), proposal -> {
            String here = GitFolder.head(causes.repository());
            GitFolder.git(causes.repository(), "checkout", "-q", "-b", "tracemend/f1-1");
            String commit = GitFolder.write(causes.repository(), "A.java", "class A { int a; }\n");
            GitFolder.git(causes.repository(), "checkout", "-q", "main");
            assertThat(GitFolder.head(causes.repository())).isEqualTo(here);
            return new Delivered.OnBranch("tracemend/f1-1", commit);
        });
        causes.add("c1", "f1", 1);
        causes.reached(Lifecycle.APPLIED);
        causes.add("c2", "f1", 1);
        await().atMost(SOON).until(() -> causes.contents().results().size() == 2);
        assertThat(causes.contents().results().get(1).why()).contains("is not in the code yet");
        assertThat(causes.contents().state("f1")).contains(Lifecycle.APPLIED);

        GitFolder.git(causes.repository(), "merge", "-q", "--ff-only", "tracemend/f1-1");
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true); // a head is looked up once a second
        causes.add("c3", "f1", 1);

        await().atMost(SOON).until(() -> causes.worked().size() == 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(causes.contents().audit())
                .extracting(AuditEntry::decision)
                .containsSubsequence("deliver", "repeat", "regress"));
        assertThat(causes.delivered()).first().satisfies(one -> {
            assertThat(one.approvedBy()).isEqualTo("policy");
            assertThat(one.reach()).isEqualTo(Proposal.Reach.BRANCH);
        });
    }

    @Test
    void aDecisionActsOnceHoweverOftenItIsSaidAndWhoeverReadsIt() throws InterruptedException {
        causes.start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        causes.add("c1", "f1", 1);
        String id = causes.reached(Lifecycle.PROPOSED).resultId();
        causes.contents().decide("no-such-result", "approve", "");
        causes.contents().decide(id, "approve", "good");
        causes.contents().decide(id, "approve", "good");
        causes.contents().decide(id, "reject", "too late");
        causes.reached(Lifecycle.APPROVED);
        causes.stop();
        causes.start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        causes.add("c2", "f1", 1);
        await().atMost(SOON).until(() -> causes.contents().results().size() == 2);

        assertThat(causes.delivered()).hasSize(1);
        assertThat(causes.contents().state("f1")).contains(Lifecycle.APPROVED);
        assertThat(causes.contents().audit())
                .extracting(AuditEntry::decision)
                .containsExactly("propose", "approve", "deliver", "repeat");
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainAndAProposalThatNobodyLooksAtLapses() {
        causes.start(
                Map.of("approval-expires", "3s"),
                proposal -> causes.delivered().size() < 3
                        ? new Delivered.NotYet("the server is away")
                        : new Delivered.AsPullRequest(
                                "tracemend/f1-1", GitFolder.head(causes.repository()), "https://x/1"));
        causes.add("c1", "f1", 1);
        causes.contents().decide(causes.reached(Lifecycle.PROPOSED).resultId(), "approve", "");
        assertThat(causes.reached(Lifecycle.APPLIED).applied().pullRequest()).isEqualTo("https://x/1");
        assertThat(causes.delivered())
                .hasSize(3)
                .extracting(one -> one.result().id())
                .containsOnly(causes.delivered().get(0).result().id());

        causes.add("c2", "f2", 1);
        await().atMost(SOON).until(() -> causes.contents().state("f2").equals(Optional.of(Lifecycle.EXPIRED)));
    }

    @Test
    void aPersonCanStopACauseAskForAnotherAttemptAndHandInATask() {
        causes.start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        causes.add("c1", "f1", 1);
        causes.contents().decide(causes.reached(Lifecycle.PROPOSED).resultId(), "retry", "try harder");
        await().atMost(SOON).until(() -> causes.worked().size() == 2);
        MemoryEntry second = causes.reached(Lifecycle.PROPOSED);
        causes.contents().decide(second.resultId(), "stop", "we replace this service");
        causes.reached(Lifecycle.STOPPED);
        causes.add("c2", "f1", 1);
        causes.contents().ask("t1-" + causes.topic(), "quotes for Iceland fail");
        causes.contents().ask("t1-" + causes.topic(), "quotes for Iceland fail");
        await().atMost(SOON).until(() -> causes.worked().size() == 3);
        await().atMost(SOON).until(() -> causes.contents().results().size() == 4);

        assertThat(causes.contents().state("f1")).contains(Lifecycle.STOPPED);
        assertThat(causes.contents().results())
                .filteredOn(result -> result.ctxId().equals("t1-" + causes.topic()))
                .singleElement()
                .satisfies(result -> assertThat(result.verdict()).isEqualTo(Verdict.VERIFIED));
        assertThat(causes.contents().memory("f1")).last().satisfies(entry -> assertThat(entry.count())
                .isEqualTo(2));
    }
}
