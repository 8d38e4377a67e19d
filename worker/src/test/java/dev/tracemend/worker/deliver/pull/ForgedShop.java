package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.deliver.http.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** A checkout whose {@code origin} is a scripted server of GitHub's or GitLab's kind, and the deliveries of its fixes. */
final class ForgedShop implements AutoCloseable {
    /** How often a request is sent to a server that is out of order. */
    static final int TRIES = 3;

    private static final Patience SHORT =
            new Patience(TRIES, Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final PullSettings.Kind kind;
    private final ScriptedForge forge;
    private final Path workspace;

    ForgedShop(PullSettings.Kind kind, Path folder) throws IOException {
        this.kind = kind;
        forge = new ScriptedForge(kind, folder.resolve("server"));
        workspace = Files.createDirectories(folder.resolve("ws"));
        Files.writeString(workspace.resolve("Cart.java"), "class Cart {}\n");
        GitFolder.commit(workspace);
        GitFolder.git(workspace, "remote", "add", "origin", forge.url() + "/acme/shop.git");
        GitFolder.git(workspace, "push", "-q", forge.repository().toString(), "main");
    }

    ScriptedForge forge() {
        return forge;
    }

    Path workspace() {
        return workspace;
    }

    void refuseForScope() {
        if (gitHub()) {
            forge.refuse(
                    403,
                    "{\"message\":\"Resource not accessible by personal access token\"}",
                    Map.of("X-Accepted-GitHub-Permissions", "pull_requests=write"));
        } else {
            forge.refuse(
                    403,
                    "{\"error\":\"insufficient_scope\",\"error_description\":\"The request requires higher"
                            + " privileges than provided by the access token.\",\"scope\":\"api\"}",
                    Map.of());
        }
    }

    String refused(PullDraft draft, boolean retriable) {
        PullOutcome outcome = deliver(draft);
        assertThat(outcome).isInstanceOf(PullOutcome.NotTaken.class);
        PullOutcome.NotTaken refused = (PullOutcome.NotTaken) outcome;
        assertThat(refused.retriable()).as(refused.message()).isEqualTo(retriable);
        assertThat(refused.message()).doesNotContain(ScriptedForge.TOKEN);
        return refused.message();
    }

    PullOutcome deliver(PullDraft draft) {
        PullSettings settings = PullSettings.of(forge.environment(), forge.url() + "/acme/shop.git", 2)
                .orElseThrow()
                .withPatience(SHORT);
        return new PullDelivery(settings, workspace, Clock.systemUTC()).deliver(draft);
    }

    static PullDraft draft(String fingerprint, int number, String commit) {
        return draft(fingerprint, number, commit, "the first words", false);
    }

    static PullDraft draft(String fingerprint, int number, String commit, String words, boolean anew) {
        return new PullDraft(
                fingerprint,
                "tracemend/" + fingerprint + "-" + number,
                commit,
                "",
                new PullText.Worded(fingerprint, "Mend the cart", words),
                anew);
    }

    /** A commit on a branch of the checkout, as a worker leaves it. */
    String fix(String fingerprint, int number) {
        String tree = GitFolder.git(workspace, "rev-parse", "main^{tree}").strip();
        String commit = GitFolder.git(
                        workspace, "commit-tree", tree, "-p", "main", "-m", fingerprint + " attempt " + number)
                .strip();
        GitFolder.git(workspace, "branch", "tracemend/" + fingerprint + "-" + number, commit);
        return commit;
    }

    String fixTip(String fingerprint, int number) {
        return GitFolder.git(workspace, "rev-parse", "tracemend/" + fingerprint + "-" + number)
                .strip();
    }

    String remote(String branch) {
        return GitFolder.git(forge.repository(), "for-each-ref", "--format=%(objectname)", "refs/heads/" + branch)
                .strip();
    }

    boolean gitHub() {
        return kind == PullSettings.Kind.GITHUB;
    }

    String open() {
        return gitHub() ? "open" : "opened";
    }

    static String body(JsonNode made) {
        return made.path(made.has("body") ? "body" : "description").asText();
    }

    @Override
    public void close() {
        forge.close();
    }
}
