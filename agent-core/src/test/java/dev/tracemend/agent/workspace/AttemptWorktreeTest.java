package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptWorktreeTest {
    private static final AttemptCommit WORDS = new AttemptCommit(
            "Mend the sum", "It was\r\nwrong.\u001b[2J", "ab12\nVerified-By: nobody", "app-7", "tests");

    @TempDir
    private Path temp;

    private GitSandbox git;
    private Path scratch;

    @BeforeEach
    void plant() throws Exception {
        scratch = temp.resolve("scratch");
        git = new GitSandbox(temp.resolve("repo"))
                .write("a.txt", "one\ntwo\nthree\n")
                .write("b.txt", "b\n")
                .commit("first");
    }

    @Test
    void commitsWithTrailersOnABranchOfItsOwnAndUndoesExactlyThat() throws Exception {
        leaveWorkInProgress();
        String before = picture();
        Checkout checkout = Checkout.open(git.root());
        String commit;
        try (AttemptWorktree attempt = AttemptWorktree.create(checkout, scratch, "ab/12..x")) {
            assertThat(attempt.branch()).isEqualTo("tracemend/ab-12-x-1");
            Workspace workspace = attempt.workspace(WorkspaceConfig.of(temp.resolve("state")));
            workspace.write(List.of(
                    WorkspaceTest.edit("a.txt", "one\ntwo\nthree\n", "one\n2\nthree\n"),
                    WorkspaceTest.create("new/c.txt", "c\n"),
                    WorkspaceTest.delete("b.txt", "b\n")));
            Files.writeString(attempt.root().resolve("build.log"), "not to be committed");
            Optional<String> made = attempt.commit(WORDS, List.of("a.txt", "new/c.txt", "b.txt"));
            commit = made.orElseThrow();
            assertThat(attempt.commit(WORDS, List.of("a.txt"))).isEmpty();
        }
        assertThat(git.git(
                        "log",
                        "-1",
                        "--format=%s|%(trailers:key=Result-Id,valueonly,separator=)|"
                                + "%(trailers:key=Verified-By,valueonly,separator=%x2C)|%(trailers:key=Fingerprint,valueonly,separator=)",
                        commit))
                .isEqualTo("Mend the sum|app-7|tests|ab12 Verified-By: nobody\n");
        assertThat(git.git("diff", "--name-status", commit + "^", commit))
                .isEqualTo("M\ta.txt\nD\tb.txt\nA\tnew/c.txt\n");
        assertThat(git.git("rev-parse", "tracemend/ab-12-x-1").strip()).isEqualTo(commit);
        assertThat(picture()).isEqualTo(before);

        String undone = new AttemptUndo(checkout, scratch).revert("tracemend/ab-12-x-1", commit);
        assertThat(git.git("rev-parse", "tracemend/ab-12-x-1").strip()).isEqualTo(undone);
        assertThat(git.git("diff", "--stat", commit + "^", undone)).isEmpty();
        assertThat(picture()).isEqualTo(before);
        assertThatThrownBy(() -> new AttemptUndo(checkout, scratch).revert("tracemend/ab-12-x-1", commit))
                .hasMessageContaining("already");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void anAttemptWithoutACommitLeavesNoBranch() throws Exception {
        Checkout checkout = Checkout.open(git.root());
        try (AttemptWorktree one = AttemptWorktree.create(checkout, scratch, "f");
                AttemptWorktree two = AttemptWorktree.create(checkout, scratch, "f")) {
            assertThat(one.branch()).isEqualTo("tracemend/f-1");
            assertThat(two.branch()).isEqualTo("tracemend/f-2");
        }
        assertThat(git.git("branch", "--list", "tracemend/*")).isEmpty();
        assertThat(git.git("worktree", "list")).hasLineCount(1);
    }

    @Test
    void runsNoHookNeedsNoConfigurationAndHonoursNoSigning() throws Exception {
        Path told = temp.resolve("told");
        for (String hook :
                List.of("pre-commit", "post-checkout", "commit-msg", "reference-transaction", "post-commit")) {
            Path file = git.root().resolve(".git/hooks/" + hook);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\necho " + hook + " >> '" + told + "'\nexit 1\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        git.git("config", "commit.gpgSign", "true");
        git.git("config", "user.useConfigOnly", "true");
        try (AttemptWorktree attempt = AttemptWorktree.create(Checkout.open(git.root()), scratch, "f")) {
            attempt.workspace(WorkspaceConfig.of(temp.resolve("state")))
                    .write(List.of(WorkspaceTest.create("c.txt", "c\n")));
            assertThat(attempt.commit(WORDS, List.of("c.txt"))).isPresent();
        }
        assertThat(told).doesNotExist();
    }

    @Test
    void undoRefusesCommitsOfTheUserAndBranchesThatAreCheckedOut() throws Exception {
        Checkout checkout = Checkout.open(git.root());
        AttemptUndo undo = new AttemptUndo(checkout, scratch);
        assertThatThrownBy(() -> undo.revert("main", checkout.head())).isInstanceOf(CheckoutException.class);
        assertThatThrownBy(() -> undo.revert("--help", checkout.head())).isInstanceOf(CheckoutException.class);
        git.git("branch", "tracemend/x-1");
        assertThatThrownBy(() -> undo.revert("tracemend/x-1", checkout.head()))
                .hasMessageContaining("no commit of an attempt");
        String commit;
        try (AttemptWorktree attempt = AttemptWorktree.create(checkout, scratch, "f")) {
            Files.writeString(attempt.root().resolve("c.txt"), "c");
            commit = attempt.commit(WORDS, List.of("c.txt")).orElseThrow();
        }
        git.git("checkout", "--quiet", "tracemend/f-1");
        assertThatThrownBy(() -> undo.revert("tracemend/f-1", commit)).hasMessageContaining("checked out");
    }

    @Test
    void collectsWhatDeadProcessesLeftAndNothingElse() throws Exception {
        Files.createDirectories(scratch);
        git.git(
                "worktree",
                "add",
                "-q",
                "-b",
                "tracemend/dead-1",
                scratch.resolve("f-p999999999-1-1").toString());
        git.git(
                "worktree",
                "add",
                "-q",
                "-b",
                "tracemend/gone-1",
                scratch.resolve("g-p999999998-1-1").toString());
        ScratchOwner.deleteTree(scratch.toRealPath().resolve("g-p999999998-1-1"));
        git.git(
                "worktree",
                "add",
                "-q",
                "-b",
                "mine",
                temp.resolve("mine-p999999997-1-1").toString());
        git.git("worktree", "add", "-q", "-b", "away", temp.resolve("away").toString());
        ScratchOwner.deleteTree(temp.resolve("away"));
        Checkout checkout = Checkout.open(git.root());
        try (AttemptWorktree living = AttemptWorktree.create(checkout, scratch, "live")) {
            AttemptWorktree.collectStale(checkout, scratch);

            assertThat(git.git("worktree", "list", "--porcelain"))
                    .contains("/mine-p999999997-1-1", "/away", living.root().toString())
                    .doesNotContain("f-p999999999", "g-p999999998");
            assertThat(git.git("branch", "--list", "--format=%(refname:short)"))
                    .isEqualTo("away\nmain\nmine\ntracemend/live-1\n");
        }
        assertThat(scratch).isEmptyDirectory();
    }

    /** Staged, unstaged, untracked and stashed work. */
    private void leaveWorkInProgress() throws Exception {
        git.write("a.txt", "stashed\n");
        git.git("-c", "user.name=A", "-c", "user.email=a@example.com", "stash", "push", "--quiet");
        git.write("a.txt", "staged\n");
        git.git("add", "a.txt");
        git.write("a.txt", "unstaged\n").write("untracked.txt", "mine\n");
    }

    private String picture() throws Exception {
        byte[] index = Files.readAllBytes(git.root().resolve(".git/index"));
        return String.join(
                "\n",
                git.git("-c", "core.checkStat=minimal", "--no-optional-locks", "status", "--porcelain=v2", "--branch"),
                java.util.HexFormat.of().formatHex(index),
                Files.readString(git.root().resolve(".git/HEAD")),
                git.git("rev-parse", "HEAD", "main"),
                git.git("stash", "list", "--format=%H"),
                TreePicture.of(git.root()).toString());
    }
}
