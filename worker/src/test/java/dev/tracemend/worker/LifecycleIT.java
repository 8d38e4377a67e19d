package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.ModelUsage;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.PatchRecord;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import dev.tracemend.worker.deliver.Delivered;
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

    private final String topic = "life-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<FixTask> worked = new CopyOnWriteArrayList<>();
    private final List<Proposal> delivered = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private TopicContents contents;
    private WorkerConfig config;
    private Path repository;
    private List<String> files = Outcomes.CHANGE.files();
    private Worker worker;
    private Thread thread;

    @BeforeEach
    void makeTopics(EmbeddedBroker broker) {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        contents = new TopicContents(broker.bootstrap(), topic);
        repository = GitFolder.commit(folder.resolve("ws"));
        GitFolder.write(repository, "A.java", "class A {}\n");
        config = WorkerConfig.of(broker.bootstrap(), List.of(topic), repository, folder.resolve("data"))
                .withRetrying(new WorkerConfig.Retrying(3, Duration.ofMillis(20)));
    }

    @AfterEach
    void end() throws InterruptedException {
        if (worker != null) {
            worker.stop();
            thread.join(20_000);
        }
        contents.close();
    }

    @Test
    void aCauseFromItsFirstErrorToTheRegressionOfItsFix() {
        start(
                Map.of("close-after", Map.of("windows", 2, "window", "2s")),
                proposal ->
                        new Delivered.OnBranch("main", GitFolder.write(repository, "A.java", "class A { int a; }\n")));

        add("c1", "f1", 3);
        MemoryEntry proposed = reached(Lifecycle.PROPOSED);
        contents.decide(proposed.resultId(), "reject", "the default is wrong");
        MemoryEntry refused = reached(Lifecycle.REFUSED);
        assertThat(refused.decisions()).extracting("comment").containsExactly("the default is wrong");
        add("c2", "f1", 4);
        await().atMost(SOON).until(() -> contents.results().size() == 2);
        assertThat(worked).hasSize(1);
        assertThat(contents.results().get(1).why()).contains("refused").contains("the default is wrong");

        GitFolder.write(repository, "A.java", "class A { }\n");
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true); // a head is looked up once a second
        add("c3", "f1", 1);
        MemoryEntry anew = reached(Lifecycle.PROPOSED);
        assertThat(anew.resultId()).isNotEqualTo(proposed.resultId());
        contents.decide(anew.resultId(), "approve", "good");
        MemoryEntry applied = reached(Lifecycle.APPLIED);
        assertThat(applied.applied().commit()).isEqualTo(GitFolder.head(repository));
        reached(Lifecycle.CLOSED);
        add("c4", "f1", 1);
        await().atMost(SOON).until(() -> worked.size() == 3);
        MemoryEntry back = reached(Lifecycle.PROPOSED);

        assertThat(folder.resolve("data/decisions.tsv")).content().isEqualTo("guard\tNullPointerException\t2\t1\n");
        assertThat(back.count()).isEqualTo(9);
        assertThat(back.regressions()).isOne();
        assertThat(contents.memory("f1")).extracting(MemoryEntry::state).contains(Lifecycle.REGRESSED);
        assertThat(contents.audit())
                .extracting(AuditEntry::decision)
                .containsExactly(
                        "propose", "reject", "repeat", "propose", "approve", "deliver", "quiet", "close", "regress",
                        "propose");
        assertThat(contents.audit())
                .allSatisfy(entry -> assertThat(entry.reason()).isNotBlank());
        assertThat(patches())
                .extracting(PatchRecord::state)
                .containsExactly(
                        PatchState.PROPOSED,
                        PatchState.REJECTED,
                        PatchState.PROPOSED,
                        PatchState.APPROVED,
                        PatchState.APPLIED,
                        PatchState.PROPOSED);
        assertThat(contents.results())
                .extracting(FixResult::ctxId)
                .containsExactly("c1-" + topic, "c2-" + topic, "c3-" + topic, "c4-" + topic);
    }

    @Test
    void aFixThatIsNotInTheCodeYetIsNoRegression() {
        start(Map.of("mode", "branch"), proposal -> {
            String here = GitFolder.head(repository);
            GitFolder.git(repository, "checkout", "-q", "-b", "tracemend/f1-1");
            String commit = GitFolder.write(repository, "A.java", "class A { int a; }\n");
            GitFolder.git(repository, "checkout", "-q", "main");
            assertThat(GitFolder.head(repository)).isEqualTo(here);
            return new Delivered.OnBranch("tracemend/f1-1", commit);
        });
        add("c1", "f1", 1);
        reached(Lifecycle.APPLIED);
        add("c2", "f1", 1);
        await().atMost(SOON).until(() -> contents.results().size() == 2);
        assertThat(contents.results().get(1).why()).contains("is not in the code yet");
        assertThat(contents.state("f1")).contains(Lifecycle.APPLIED);

        GitFolder.git(repository, "merge", "-q", "--ff-only", "tracemend/f1-1");
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true); // a head is looked up once a second
        add("c3", "f1", 1);

        await().atMost(SOON).until(() -> worked.size() == 2);
        await().atMost(SOON).untilAsserted(() -> assertThat(contents.audit())
                .extracting(AuditEntry::decision)
                .containsSubsequence("deliver", "repeat", "regress"));
        assertThat(delivered).first().satisfies(one -> {
            assertThat(one.approvedBy()).isEqualTo("policy");
            assertThat(one.reach()).isEqualTo(Proposal.Reach.BRANCH);
        });
    }

    @Test
    void aDecisionActsOnceHoweverOftenItIsSaidAndWhoeverReadsIt() throws InterruptedException {
        start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        add("c1", "f1", 1);
        String id = reached(Lifecycle.PROPOSED).resultId();
        contents.decide("no-such-result", "approve", "");
        contents.decide(id, "approve", "good");
        contents.decide(id, "approve", "good");
        contents.decide(id, "reject", "too late");
        reached(Lifecycle.APPROVED);
        worker.stop();
        thread.join(20_000);
        start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        add("c2", "f1", 1);
        await().atMost(SOON).until(() -> contents.results().size() == 2);

        assertThat(delivered).hasSize(1);
        assertThat(contents.state("f1")).contains(Lifecycle.APPROVED);
        assertThat(contents.audit())
                .extracting(AuditEntry::decision)
                .containsExactly("propose", "approve", "deliver", "repeat");
    }

    @Test
    void aDeliveryThatFailsIsTriedAgainAndAProposalThatNobodyLooksAtLapses() {
        start(
                Map.of("approval-expires", "3s"),
                proposal -> delivered.size() < 3
                        ? new Delivered.NotYet("the server is away")
                        : new Delivered.AsPullRequest("tracemend/f1-1", GitFolder.head(repository), "https://x/1"));
        add("c1", "f1", 1);
        contents.decide(reached(Lifecycle.PROPOSED).resultId(), "approve", "");
        assertThat(reached(Lifecycle.APPLIED).applied().pullRequest()).isEqualTo("https://x/1");
        assertThat(delivered)
                .hasSize(3)
                .extracting(one -> one.result().id())
                .containsOnly(delivered.get(0).result().id());

        add("c2", "f2", 1);
        await().atMost(SOON).until(() -> contents.state("f2").equals(Optional.of(Lifecycle.EXPIRED)));
    }

    @Test
    void aPersonCanStopACauseAskForAnotherAttemptAndHandInATask() {
        start(Map.of(), proposal -> new Delivered.Nowhere("no delivery is set up"));
        add("c1", "f1", 1);
        contents.decide(reached(Lifecycle.PROPOSED).resultId(), "retry", "try harder");
        await().atMost(SOON).until(() -> worked.size() == 2);
        MemoryEntry second = reached(Lifecycle.PROPOSED);
        contents.decide(second.resultId(), "stop", "we replace this service");
        reached(Lifecycle.STOPPED);
        add("c2", "f1", 1);
        contents.ask("t1-" + topic, "quotes for Iceland fail");
        contents.ask("t1-" + topic, "quotes for Iceland fail");
        await().atMost(SOON).until(() -> worked.size() == 3);
        await().atMost(SOON).until(() -> contents.results().size() == 4);

        assertThat(contents.state("f1")).contains(Lifecycle.STOPPED);
        assertThat(contents.results())
                .filteredOn(result -> result.ctxId().equals("t1-" + topic))
                .singleElement()
                .satisfies(result -> assertThat(result.verdict()).isEqualTo(Verdict.VERIFIED));
        assertThat(contents.memory("f1")).last().satisfies(entry -> assertThat(entry.count())
                .isEqualTo(2));
    }

    @Test
    void anErrorIsWorkedOnWhenItIsOftenEnoughAndQuiet() {
        start(Map.of("min-events", 3, "quiet", "2s"), proposal -> new Delivered.Nowhere("no delivery is set up"));
        add("c1", "f1", 2);
        add("c2", "f1", 2);
        add("c3", "f1", 2);
        reached(Lifecycle.PROPOSED);

        assertThat(worked).hasSize(1);
        assertThat(contents.memory("f1")).last().satisfies(entry -> assertThat(entry.count())
                .isEqualTo(6));
        assertThat(contents.results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(
                        tuple("c1-" + topic, Verdict.REFUSED),
                        tuple("c2-" + topic, Verdict.VERIFIED),
                        tuple("c3-" + topic, Verdict.REFUSED));
        assertThat(contents.audit())
                .extracting(AuditEntry::decision)
                .startsWith("wait", "hold", "wait")
                .endsWith("propose");
    }

    @Test
    void aPatchOfABuildFileWaitsForAPersonAndOneOfAKeyIsNotShown() {
        files = List.of("pom.xml");
        start(Map.of("mode", "apply"), proposal -> new Delivered.Nowhere("no delivery is set up"));
        add("c1", "f1", 1);
        assertThat(reached(Lifecycle.PROPOSED).proposal().risk()).isEqualTo("build-files: pom.xml");
        files = List.of("keys/server.pem", "A.java");
        add("c2", "f2", 1);
        await().atMost(SOON).until(() -> contents.results().size() == 2);

        assertThat(delivered).isEmpty();
        assertThat(contents.state("f2")).contains(Lifecycle.REFUSED);
        assertThat(contents.results().get(1))
                .satisfies(result -> assertThat(result.patch().diff()).isEmpty())
                .satisfies(result ->
                        assertThat(result.why()).contains("never lets").contains("keys/server.pem"));
    }

    /** Ids are unique over all topics, as in life: a decision names nothing but a result's id. */
    private void add(String id, String fingerprint, long count) {
        contents.add(id + "-" + topic, fingerprint, count);
    }

    private List<PatchRecord> patches() {
        return contents.committed(Topics.PATCHES).stream()
                .map(record -> Wire.patchRecord(record.value()))
                .filter(patch -> patch.container().equals(topic))
                .toList();
    }

    private MemoryEntry reached(Lifecycle state) {
        await().atMost(SOON).until(() -> contents.state("f1").equals(Optional.of(state)));
        List<MemoryEntry> entries = contents.memory("f1");
        return entries.get(entries.size() - 1);
    }

    private void start(Map<String, Object> policy, Handover handover) {
        Policies policies = PolicyReading.of(Map.of("default", policy), "the test");
        Fixer fixer = (task, progress) -> {
            worked.add(task);
            String summary = "mended " + worked.size();
            return Outcomes.verifiedAt(GitFolder.head(repository), summary, ModelUsage.NONE, files);
        };
        worker = new Worker(config.withPolicies(policies), fixer, proposal -> {
            delivered.add(proposal);
            return handover.deliver(proposal);
        });
        thread = new Thread(worker::run);
        thread.start();
    }
}
