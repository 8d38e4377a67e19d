package dev.tracemend.worker.deliver.pull;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tracemend.worker.GitFolder;
import dev.tracemend.worker.deliver.http.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of pull requests, against GitHub and GitLab as scripts that speak real HTTP and real git. */
@Timeout(60)
class PullDeliveryTest {
    private static final Patience SHORT =
            new Patience(3, Duration.ofMillis(10), Duration.ofSeconds(2), Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private Path workspace;
    private ScriptedForge forge;
    private PullSettings.Kind kind;

    private void start(PullSettings.Kind which) throws IOException {
        kind = which;
        forge = new ScriptedForge(which, folder.resolve("server"));
        workspace = Files.createDirectories(folder.resolve("ws"));
        Files.writeString(workspace.resolve("Cart.java"), "class Cart {}\n");
        GitFolder.commit(workspace);
        GitFolder.git(workspace, "remote", "add", "origin", forge.url() + "/acme/shop.git");
        GitFolder.git(workspace, "push", "-q", forge.repository().toString(), "main");
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @ParameterizedTest
    @EnumSource
    void opensADraftOncePushesWithTheTokenAndLeavesNoTraceOfIt(PullSettings.Kind which) throws IOException {
        start(which);
        String config = Files.readString(workspace.resolve(".git/config"));
        String commit = fix("cafe01", 1);

        PullOutcome outcome = deliver(draft("cafe01", 1, commit));

        assertThat(outcome).isInstanceOf(PullOutcome.Opened.class);
        assertThat(outcome.toString()).contains("/acme/shop/").doesNotContain(ScriptedForge.TOKEN);
        JsonNode made = forge.pulls().get(0);
        assertThat(made.path("title").asText()).isEqualTo(gitHub() ? "Mend the cart" : "Draft: Mend the cart");
        assertThat(made.path("draft").asBoolean()).isEqualTo(gitHub());
        assertThat(made.path(gitHub() ? "base" : "target_branch").asText()).isEqualTo("main");
        assertThat(body(made)).contains("the first words");
        assertThat(remote("tracemend/cafe01-1")).isEqualTo(commit);
        assertThat(forge.gitUsers()).containsOnly(gitHub() ? "x-access-token" : "oauth2");
        assertThat(Files.readString(workspace.resolve(".git/config"))).isEqualTo(config);
        assertThat(GitFolder.git(workspace, "for-each-ref", "refs/remotes")).isEmpty();
        assertThat(deliver(draft("cafe01", 1, commit))).isInstanceOf(PullOutcome.Updated.class);
        assertThat(forge.pulls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void updatesInPlaceAndKeepsWhatPeopleWroteAround(PullSettings.Kind which) throws IOException {
        start(which);
        deliver(draft("cafe02", 1, fix("cafe02", 1)));
        forge.addToBody(1, "Looks good to me.\n\n", "\nPlease wait for Ada.");
        String second = fix("cafe02", 2);

        PullOutcome outcome = deliver(draft("cafe02", 2, second, "the second words", false));

        assertThat(outcome).isInstanceOf(PullOutcome.Updated.class);
        assertThat(forge.pulls()).hasSize(1);
        assertThat(body(forge.pulls().get(0)))
                .startsWith("Looks good to me.")
                .contains("the second words")
                .doesNotContain("the first words")
                .endsWith("Please wait for Ada.");
        assertThat(remote("tracemend/cafe02-1")).isEqualTo(second);
        assertThat(remote("tracemend/cafe02-2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesABranchAloneThatAPersonWorksOn(PullSettings.Kind which) throws IOException {
        start(which);
        deliver(draft("cafe03", 1, fix("cafe03", 1)));
        Path person = folder.resolve("person");
        GitFolder.git(
                folder,
                "clone",
                "-q",
                "-b",
                "tracemend/cafe03-1",
                forge.repository().toString(),
                "person");
        Files.writeString(person.resolve("Notes.txt"), "mine\n");
        GitFolder.git(person, "add", "-A");
        GitFolder.git(person, "commit", "-q", "-m", "a person's commit");
        GitFolder.git(person, "push", "-q");
        String theirs = GitFolder.git(person, "rev-parse", "HEAD").strip();

        PullOutcome outcome = deliver(draft("cafe03", 2, fix("cafe03", 2)));

        assertThat(outcome).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(outcome.toString()).contains("commits of a person");
        assertThat(remote("tracemend/cafe03-1")).isEqualTo(theirs);
        assertThat(forge.pulls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonClosedIsNeverOpenedAgainUnlessTheCodeChanged(PullSettings.Kind which) throws IOException {
        start(which);
        deliver(draft("cafe04", 1, fix("cafe04", 1)));
        forge.set(1, "closed");
        String second = fix("cafe04", 2);

        assertThat(deliver(draft("cafe04", 2, second))).isInstanceOf(PullOutcome.ClosedByPerson.class);
        assertThat(forge.pulls()).hasSize(1);
        assertThat(remote("tracemend/cafe04-2")).isEmpty();

        assertThat(deliver(draft("cafe04", 2, second, "anew", true))).isInstanceOf(PullOutcome.Opened.class);
        assertThat(forge.pulls()).extracting(one -> one.path("state").asText()).containsExactly("closed", open());
    }

    @ParameterizedTest
    @EnumSource
    void aMergedOneIsNoRefusal(PullSettings.Kind which) throws IOException {
        start(which);
        deliver(draft("cafe05", 1, fix("cafe05", 1)));
        forge.set(1, "merged");

        assertThat(deliver(draft("cafe05", 2, fix("cafe05", 2)))).isInstanceOf(PullOutcome.Opened.class);
    }

    @ParameterizedTest
    @EnumSource
    void noMoreAreOpenedThanADayAllows(PullSettings.Kind which) throws IOException {
        start(which);
        deliver(draft("aaaa", 1, fix("aaaa", 1)));
        deliver(draft("bbbb", 1, fix("bbbb", 1)));

        PullOutcome third = deliver(draft("cccc", 1, fix("cccc", 1)));

        assertThat(third).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(third.toString()).contains("2 are allowed");
        assertThat(remote("tracemend/cccc-1")).isEmpty();
        assertThat(deliver(draft("aaaa", 1, fixTip("aaaa", 1)))).isInstanceOf(PullOutcome.Updated.class);
    }

    @ParameterizedTest
    @EnumSource
    void waitsOutAShortRateLimitAndHandsALongOneBackWithItsTime(PullSettings.Kind which) throws IOException {
        start(which);
        forge.refuse(
                which == PullSettings.Kind.GITHUB ? 403 : 429, "{\"message\":\"slow\"}", Map.of("Retry-After", "1"));
        String commit = fix("cafe06", 1);
        assertThat(deliver(draft("cafe06", 1, commit))).isInstanceOf(PullOutcome.Opened.class);

        String reset = Long.toString(Instant.now().getEpochSecond() + 1_800);
        forge.refuse(
                403,
                "{\"message\":\"API rate limit exceeded\"}",
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset));
        int before = forge.requests().size();
        PullOutcome.NotTaken limited = (PullOutcome.NotTaken) deliver(draft("cafe06", 1, commit));

        assertThat(limited.retriable()).isTrue();
        assertThat(limited.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1_700), Duration.ofSeconds(1_800));
        assertThat(limited.message()).contains("no more requests for now");
        assertThat(forge.requests()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsAMissingScopeABadTokenAnUnknownProjectAndAServerOutOfOrderApart(PullSettings.Kind which)
            throws IOException {
        start(which);
        PullDraft draft = draft("cafe07", 1, fix("cafe07", 1));
        refuseForScope();
        assertThat(refused(draft, false))
                .contains("may not open pull requests")
                .containsPattern("pull_requests=write|api");
        if (gitHub()) {
            forge.refuse(
                    404,
                    "{\"message\":\"Not Found\"}",
                    Map.of("X-OAuth-Scopes", "gist, read:org", "X-Accepted-OAuth-Scopes", "repo"));
            assertThat(refused(draft, false)).contains("give it the scope repo");
        }
        forge.refuse(401, "{\"message\":\"Bad credentials\"}", Map.of());
        assertThat(refused(draft, false)).contains("expired or was revoked");
        forge.refuse(404, "{\"message\":\"404 Project Not Found\"}", Map.of());
        assertThat(refused(draft, false)).contains("no project acme/shop");
        for (int i = 0; i < SHORT.tries(); i++) {
            forge.refuse(502, "<html>bad gateway</html>", Map.of());
        }
        assertThat(refused(draft, true)).contains("out of order");
        forge.close();
        assertThat(refused(draft, true)).contains("did not answer");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestWhoseAnswerWasLostIsFoundInsteadOfDoubled(PullSettings.Kind which) throws IOException {
        start(which);
        String commit = fix("cafe08", 1);
        deliver(draft("cafe08", 1, commit));
        // The list says nothing of it yet, as after an answer that was lost.
        forge.refuse(200, "[]", Map.of());
        forge.refuse(200, "[]", Map.of());

        assertThat(deliver(draft("cafe08", 1, commit))).isInstanceOf(PullOutcome.Updated.class);
        assertThat(forge.pulls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void commitsOfTheUserThatWereNotPushedStayPrivate(PullSettings.Kind which) throws IOException {
        start(which);
        Files.writeString(workspace.resolve("Plans.txt"), "private\n");
        GitFolder.git(workspace, "add", "-A");
        GitFolder.git(workspace, "commit", "-q", "-m", "not pushed yet");

        PullOutcome outcome = deliver(draft("cafe09", 1, fix("cafe09", 1)));

        assertThat(outcome).isInstanceOf(PullOutcome.LeftAlone.class);
        assertThat(outcome.toString()).contains("push them");
        assertThat(remote("tracemend/cafe09-1")).isEmpty();
    }

    private void refuseForScope() {
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

    private String refused(PullDraft draft, boolean retriable) {
        PullOutcome outcome = deliver(draft);
        assertThat(outcome).isInstanceOf(PullOutcome.NotTaken.class);
        PullOutcome.NotTaken refused = (PullOutcome.NotTaken) outcome;
        assertThat(refused.retriable()).as(refused.message()).isEqualTo(retriable);
        assertThat(refused.message()).doesNotContain(ScriptedForge.TOKEN);
        return refused.message();
    }

    private PullOutcome deliver(PullDraft draft) {
        PullSettings settings = PullSettings.of(forge.environment(), forge.url() + "/acme/shop.git", 2)
                .orElseThrow()
                .withPatience(SHORT);
        return new PullDelivery(settings, workspace, Clock.systemUTC()).deliver(draft);
    }

    private static PullDraft draft(String fingerprint, int number, String commit) {
        return draft(fingerprint, number, commit, "the first words", false);
    }

    private static PullDraft draft(String fingerprint, int number, String commit, String words, boolean anew) {
        return new PullDraft(
                fingerprint,
                "tracemend/" + fingerprint + "-" + number,
                commit,
                "",
                new PullText.Worded(fingerprint, "Mend the cart", words),
                anew);
    }

    /** A commit on a branch of the checkout, as a worker leaves it. */
    private String fix(String fingerprint, int number) {
        String tree = GitFolder.git(workspace, "rev-parse", "main^{tree}").strip();
        String commit = GitFolder.git(
                        workspace, "commit-tree", tree, "-p", "main", "-m", fingerprint + " attempt " + number)
                .strip();
        GitFolder.git(workspace, "branch", "tracemend/" + fingerprint + "-" + number, commit);
        return commit;
    }

    private String fixTip(String fingerprint, int number) {
        return GitFolder.git(workspace, "rev-parse", "tracemend/" + fingerprint + "-" + number)
                .strip();
    }

    private String remote(String branch) {
        return GitFolder.git(forge.repository(), "for-each-ref", "--format=%(objectname)", "refs/heads/" + branch)
                .strip();
    }

    private boolean gitHub() {
        return kind == PullSettings.Kind.GITHUB;
    }

    private String open() {
        return gitHub() ? "open" : "opened";
    }

    private static String body(JsonNode made) {
        return made.path(made.has("body") ? "body" : "description").asText();
    }
}
