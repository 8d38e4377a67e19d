package dev.tracemend.worker.deliver.outward;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.deliver.Delivered;
import dev.tracemend.worker.deliver.Proposal;
import dev.tracemend.worker.deliver.Proposal.Reach;
import dev.tracemend.worker.deliver.SampleResults;
import dev.tracemend.worker.deliver.pull.PullSettings;
import dev.tracemend.worker.deliver.pull.ScriptedForge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutwardHandoverTest {
    @TempDir
    private Path folder;

    private Path workspace;
    private String base;

    @BeforeEach
    void plant() throws IOException {
        workspace = SampleResults.cart(folder.resolve("ws"));
        base = GitFolder.head(workspace);
    }

    @Test
    void withoutATokenItIsABranchAndATextToOpenAPullRequestWith() throws IOException {
        Delivered.OnBranch on =
                (Delivered.OnBranch) handover(Map.of()).deliver(proposal("r-1", Reach.BRANCH, "policy"));

        assertThat(on.branch()).isEqualTo("tracemend/fp-1-1");
        assertThat(Files.readString(folder.resolve("data/pulls/tracemend-fp-1-1.md")))
                .startsWith("# Start the total at zero\n")
                .contains("+    int total = 0;");
        assertThat(handover(Map.of()).deliver(proposal("r-1", Reach.BRANCH, "policy")))
                .isEqualTo(on);
    }

    @Test
    void aPatchThatDoesNotFitIsImpossible() {
        FixResult result = proposal("r-1", Reach.BRANCH, "policy").result();
        PatchInfo other = new PatchInfo(
                "git", SampleResults.DIFF.replace("null", "7"), List.of("Cart.java"), 1, 1, "null", false);
        FixResult bad = SampleResults.fix("fp-1", "r-2", Verdict.VERIFIED, other, result.git());

        assertThat(handover(Map.of()).deliver(new Proposal(bad, Reach.BRANCH, 1, "policy", "")))
                .isInstanceOf(Delivered.Impossible.class);
    }

    @Test
    void opensThePullRequestTellsTheWebhookAndDoesBothOnceForOneResult() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            try (exchange) {
                told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        hook.start();
        try (ScriptedForge forge = new ScriptedForge(PullSettings.Kind.GITHUB, folder.resolve("server"))) {
            GitFolder.git(workspace, "remote", "add", "origin", forge.url() + "/acme/shop.git");
            GitFolder.git(workspace, "push", "-q", forge.repository().toString(), "main");
            Map<String, String> environment = new HashMap<>(forge.environment());
            environment.put(
                    DeliveryConfig.WEBHOOK_URL,
                    "http://127.0.0.1:" + hook.getAddress().getPort());
            environment.put(DeliveryConfig.WEBHOOK_SECRET, "both know");
            OutwardHandover handover = handover(environment);

            Delivered first = handover.deliver(proposal("r-1", Reach.BRANCH, "ada"));
            assertThat(first).isInstanceOf(Delivered.AsPullRequest.class);
            assertThat(handover(environment).deliver(proposal("r-1", Reach.BRANCH, "ada")))
                    .isEqualTo(first);
            assertThat(forge.pulls()).hasSize(1);
            assertThat(told).hasSize(2).allMatch(body -> body.contains("\"outcome\":\"pull-request\""));

            forge.set(1, "closed");
            assertThat(handover.deliver(proposal("r-1", Reach.BRANCH, "ada"))).isInstanceOf(Delivered.Impossible.class);
            assertThat(handover.deliver(proposal("r-2", Reach.BRANCH, "policy")))
                    .isInstanceOf(Delivered.Impossible.class);
            assertThat(handover.deliver(proposal("r-3", Reach.BRANCH, "ada")))
                    .isInstanceOf(Delivered.AsPullRequest.class);
            assertThat(forge.pulls()).hasSize(2);
        } finally {
            hook.stop(0);
        }
    }

    @Test
    void intoTheCheckoutItGoesOnlyWhereNothingCameInBetween() throws IOException {
        Files.writeString(workspace.resolve("notes.txt"), "mine\n");
        Delivered.OnBranch on = (Delivered.OnBranch) handover(Map.of()).deliver(proposal("r-1", Reach.CHECKOUT, "ada"));
        assertThat(Files.readString(workspace.resolve("Cart.java"))).contains("total = 0;");
        assertThat(GitFolder.git(workspace, "rev-parse", "main").strip()).isEqualTo(on.commit());
        assertThat(Files.readString(workspace.resolve("notes.txt"))).isEqualTo("mine\n");

        GitFolder.git(workspace, "reset", "-q", "--hard", base);
        Files.writeString(workspace.resolve("Cart.java"), "class Cart { int half; }\n");
        handover(Map.of()).deliver(proposal("r-1", Reach.CHECKOUT, "ada"));
        assertThat(Files.readString(workspace.resolve("Cart.java"))).contains("half");
        GitFolder.git(workspace, "commit", "-q", "-a", "-m", "moved on");
        String moved = GitFolder.git(workspace, "rev-parse", "main");
        handover(Map.of()).deliver(proposal("r-1", Reach.CHECKOUT, "ada"));
        assertThat(GitFolder.git(workspace, "rev-parse", "main")).isEqualTo(moved);
    }

    @Test
    void whatIsSetWronglyIsANoteAndNoSecretIsInIt() {
        GitFolder.git(workspace, "remote", "add", "origin", "https://example.com/acme/shop.git");
        DeliveryConfig config = DeliveryConfig.of(
                Map.of("GITHUB_TOKEN", "s3cret", DeliveryConfig.WEBHOOK_URL, "ftp://hook/s3cret"),
                workspace,
                folder.resolve("data"));

        assertThat(config.pulls()).isEmpty();
        assertThat(config.webhook()).isEmpty();
        assertThat(config.notes()).hasSize(2);
        assertThat(config.toString()).doesNotContain("s3cret");
        assertThat(DeliveryConfig.of(Map.of(), workspace, folder).notes()).isEmpty();
    }

    private OutwardHandover handover(Map<String, String> environment) {
        return new OutwardHandover(
                DeliveryConfig.of(environment, workspace, folder.resolve("data")), Clock.systemUTC());
    }

    private Proposal proposal(String id, Reach reach, String by) {
        PatchInfo patch = new PatchInfo("git", SampleResults.DIFF, List.of("Cart.java"), 1, 1, "null", false);
        return new Proposal(
                SampleResults.fix("fp-1", id, Verdict.VERIFIED, patch, new GitBase(base, "main")), reach, 3, by, "");
    }
}
