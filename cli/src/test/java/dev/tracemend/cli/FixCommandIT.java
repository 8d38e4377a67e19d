package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String LOG = """
            2026-11-21 10:00:00 INFO shop.Main - started
            2026-11-21 10:00:01 ERROR shop.Main - cannot total sku=MUG-7
            java.lang.NullPointerException: %s
            \tat shop.Cart.total(Cart.java:14)
            \tat shop.Main.main(Main.java:5)
            """.formatted(CartCheckout.MESSAGE);

    @TempDir
    private Path home;

    private Path repo;

    @BeforeEach
    void checkout() throws IOException {
        repo = CartCheckout.in(home.resolve("repo"));
        Files.writeString(home.resolve("app.log"), LOG);
    }

    private TracemendProcess fix(String... more) {
        List<String> words = new ArrayList<>(List.of("fix", "--workspace", repo.toString(), "--no-model"));
        words.addAll(List.of(more));
        return TracemendProcess.start(home, words.toArray(String[]::new));
    }

    @Test
    void fixesAPastedTraceAndLeavesTheCheckoutAlone() throws Exception {
        try (TracemendProcess run = fix("--log", "-", "--json").type(LOG)) {
            assertThat(run.await(LIMIT)).as(run.stderr()).isZero();
            JsonNode told = new ObjectMapper().readTree(run.stdout());
            assertThat(told.path("status").asText()).isEqualTo("verified");
            assertThat(told.path("diff").asText()).contains("a/src/main/java/shop/Cart.java");
            String apply = told.path("commands").path(0).asText();
            assertThat(apply).startsWith("git apply ");
            assertThat(GitFolder.git(repo, "status", "--short")).isEmpty();
            GitFolder.git(repo, "apply", apply.substring("git apply ".length()));
            assertThat(GitFolder.git(repo, "status", "--short")).contains("Cart.java");
            assertThat(run.stderr()).contains("reproduced").contains(" s  ");
        }
    }

    @Test
    void writesTheFixOnlyWhenTold() throws Exception {
        try (TracemendProcess run = fix("--log", home.resolve("app.log").toString(), "--apply")) {
            assertThat(run.await(LIMIT)).as(run.stderr()).isZero();
            assertThat(Files.readString(repo.resolve(CartCheckout.FILE))).isNotEqualTo(CartCheckout.SOURCE);
            assertThat(GitFolder.git(repo, "rev-parse", "--abbrev-ref", "HEAD").strip())
                    .isEqualTo("main");
        }
    }

    @Test
    void commitsTheFixOnABranchOfItsOwn() throws Exception {
        try (TracemendProcess run = fix("--log", home.resolve("app.log").toString(), "--branch")) {
            assertThat(run.await(LIMIT)).as(run.stderr()).isZero();
            assertThat(GitFolder.git(repo, "status", "--short")).isEmpty();
            assertThat(GitFolder.git(repo, "branch", "--list", "tracemend/*")).contains("tracemend/fix-1");
        }
    }

    @Test
    void runsTheTestCommandWhereTheWorkspaceIsAndInASandbox() throws Exception {
        GitFolder.git(repo, "mv", "src", "moved");
        Files.createDirectories(repo.resolve("sub"));
        GitFolder.git(repo, "mv", "moved", "sub/src");
        GitFolder.git(repo, "commit", "-q", "-m", "moved");
        String command = "test -d src/main/java/shop && touch " + home.resolve("outside") + " 2>/dev/null; test -d src";
        try (TracemendProcess run = TracemendProcess.start(
                home,
                "fix",
                "--no-model",
                "--workspace",
                repo.resolve("sub").toString(),
                "--log",
                home.resolve("app.log").toString(),
                "--test-cmd",
                command,
                "--json")) {
            assertThat(run.await(LIMIT)).as(run.stderr() + run.stdout()).isZero();
            JsonNode told = new ObjectMapper().readTree(run.stdout());
            assertThat(told.path("diff").asText()).contains("a/sub/src/main/java/shop/Cart.java");
            if (told.path("keyPoints").toString().contains("in a sandbox")) {
                assertThat(home.resolve("outside")).doesNotExist();
            }
        }
    }

    @Test
    void endsAtOnceAndCleanlyWhenInterruptedDuringASlowTestCommand() throws Exception {
        try (TracemendProcess run = fix("--log", home.resolve("app.log").toString(), "--test-cmd", "sleep 300")) {
            Awaitility.await().atMost(LIMIT).until(() -> run.stderr().contains("running command before"));
            long asked = System.nanoTime();
            run.interrupt();
            assertThat(run.await(Duration.ofSeconds(20))).as(run.stderr()).isEqualTo(130);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
            assertThat(GitFolder.git(repo, "worktree", "list").lines()).hasSize(1);
            assertThat(GitFolder.git(repo, "status", "--short")).isEmpty();
        }
    }

    @Test
    void saysWhatIsWrongWithTheCall() throws Exception {
        try (TracemendProcess neither = fix();
                TracemendProcess calm = fix("--log", "-").type("INFO all is well\n");
                TracemendProcess foreign = TracemendProcess.start(
                        home,
                        "fix",
                        "--workspace",
                        "/",
                        "--log",
                        home.resolve("app.log").toString())) {
            assertThat(neither.await(LIMIT)).isEqualTo(2);
            assertThat(calm.await(LIMIT)).isEqualTo(1);
            assertThat(calm.stderr()).contains("no error");
            assertThat(foreign.await(LIMIT)).isEqualTo(3);
        }
    }
}
