package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own: questions of all topics lie in one. */
@Timeout(120)
class ApprovalsCommandIT {
    @TempDir
    private Path home;

    private EmbeddedBroker broker;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(home.resolve("broker"), 0);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void questionsAreListedShownAndDecidedOnce() {
        double now = Instant.now().getEpochSecond();
        ask("r-1", now + 3_600, "Mend\u001b[2J the cart");
        ask("r-2", now + 3_600, "Mend the rate");
        ask("r-3", now - 10, "Too late");

        assertThat(run("approvals", "list").out().lines()).hasSize(2).allMatch(line -> line.startsWith("open"));
        assertThat(run("approvals", "list").out())
                .contains("[build files: pom.xml]")
                .doesNotContain("\u001b");
        assertThat(run("approvals", "list", "--all", "--json").out()).contains("\"state\":\"expired\"");
        assertThat(run("approvals", "show", "r-1").out()).contains("not proved", "build files: pom.xml", "+b");

        assertThat(run("approvals", "approve", "r-1", "--reason", "right").exit())
                .isZero();
        assertThat(run("approvals", "reject", "r-2").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("approvals", "reject", "r-2", "--reason", " ").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("approvals", "reject", "r-2", "--reason", "wrong default")
                        .exit())
                .isZero();

        assertThat(responses())
                .extracting(ApprovalResponse::id, ApprovalResponse::decision, ApprovalResponse::comment)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("r-1", Decision.APPROVE, "right"),
                        org.assertj.core.groups.Tuple.tuple("r-2", Decision.REJECT, "wrong default"));
        CommandRun again = run("approvals", "reject", "r-1", "--reason", "changed my mind");
        assertThat(again.exit()).isEqualTo(ExitCode.FAILED.code());
        assertThat(again.err()).contains("waits for nobody: approve");
        assertThat(run("approvals", "approve", "r-3").err()).contains("expired");
        assertThat(run("approvals", "approve", "none").err()).contains("there is no question none");
        assertThat(run("approvals", "list").out()).isEmpty();
        assertThat(responses()).hasSize(2);
    }

    @Test
    void anotherAttemptAndTheEndOfWorkNameAnyResult() {
        assertThat(run("approvals", "retry", "any-result").exit()).isZero();
        assertThat(run("approvals", "stop", "any-result", "--reason", "we drop that page")
                        .exit())
                .isZero();

        assertThat(responses()).extracting(ApprovalResponse::decision).containsExactly(Decision.RETRY, Decision.STOP);
    }

    @Test
    void whatSomebodyWantsDoneIsHandedToTheWorkerOfATopic() {
        CommandRun run = run("fix", "quotes for Iceland end in a null pointer", "--topic", "shop");

        assertThat(run.exit()).as(run.err()).isZero();
        AgentTask task = Wire.agentTask(
                BrokerRecords.committed(broker.bootstrap(), Topics.TASKS).get(0).value());
        assertThat(task.task()).isEqualTo("quotes for Iceland end in a null pointer");
        assertThat(task.topic()).isEqualTo("shop");
        assertThat(run.out()).isEqualTo(task.id() + System.lineSeparator());
        assertThat(run("fix", "mend it", "--branch").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("fix", "mend it", "--log", "x.log").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("fix", "mend it", "--topic", "No Topic").exit()).isEqualTo(ExitCode.CONFIGURATION.code());
    }

    private void ask(String id, double expires, String subject) {
        ApprovalRequest request = new ApprovalRequest(
                1,
                id,
                "patch",
                subject,
                "build files: pom.xml",
                "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
                expires,
                1,
                "app",
                "fp",
                id,
                List.of("x"),
                false);
        try (Kafka kafka = Kafka.connect(broker.bootstrap())) {
            kafka.shared(List.of(Topics.APPROVAL_REQUESTS));
            kafka.publish(Topics.APPROVAL_REQUESTS, id, Wire.write(request));
        }
    }

    private List<ApprovalResponse> responses() {
        return BrokerRecords.committed(broker.bootstrap(), Topics.APPROVAL_RESPONSES).stream()
                .map(record -> Wire.approvalResponse(record.value()))
                .toList();
    }

    private CommandRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--bootstrap", broker.bootstrap()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
