package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.deliver.Delivered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the policy lets a worker do about a cause, told by the topics alone. */
@ExtendWith(BrokerExtension.class)
@Timeout(120)
class PolicyIT {
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
    void anErrorIsWorkedOnWhenItIsOftenEnoughAndQuiet() {
        causes.start(
                Map.of("min-events", 3, "quiet", "2s"), proposal -> new Delivered.Nowhere("no delivery is set up"));
        causes.add("c1", "f1", 2);
        causes.add("c2", "f1", 2);
        causes.add("c3", "f1", 2);
        causes.reached(Lifecycle.PROPOSED);

        assertThat(causes.worked()).hasSize(1);
        assertThat(causes.contents().memory("f1")).last().satisfies(entry -> assertThat(entry.count())
                .isEqualTo(6));
        assertThat(causes.contents().results())
                .extracting(FixResult::ctxId, FixResult::verdict)
                .containsExactlyInAnyOrder(
                        tuple("c1-" + causes.topic(), Verdict.REFUSED),
                        tuple("c2-" + causes.topic(), Verdict.VERIFIED),
                        tuple("c3-" + causes.topic(), Verdict.REFUSED));
        assertThat(causes.contents().audit())
                .extracting(AuditEntry::decision)
                .startsWith("wait", "hold", "wait")
                .endsWith("propose");
    }

    @Test
    void aPatchOfABuildFileWaitsForAPersonAndOneOfAKeyIsNotShown() {
        causes.patching(List.of("pom.xml"));
        causes.start(Map.of("mode", "apply"), proposal -> new Delivered.Nowhere("no delivery is set up"));
        causes.add("c1", "f1", 1);
        assertThat(causes.reached(Lifecycle.PROPOSED).proposal().risk()).isEqualTo("build-files: pom.xml");
        causes.patching(List.of("keys/server.pem", "A.java"));
        causes.add("c2", "f2", 1);
        await().atMost(SOON).until(() -> causes.contents().results().size() == 2);

        assertThat(causes.delivered()).isEmpty();
        assertThat(causes.contents().state("f2")).contains(Lifecycle.REFUSED);
        assertThat(causes.contents().results().get(1))
                .satisfies(result -> assertThat(result.patch().diff()).isEmpty())
                .satisfies(result ->
                        assertThat(result.why()).contains("never lets").contains("keys/server.pem"));
    }
}
