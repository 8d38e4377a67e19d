package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits happen in the scratch worktree and nowhere else. */
class ScratchWorktreeTest {
    @TempDir
    Path dir;

    private GitSandbox git;
    private Path scratch;

    @BeforeEach
    void start() throws IOException {
        git = new GitSandbox(dir.resolve("shop"))
                .write("src/A.java", "class A {}\n")
                .write("b.txt", "b\n")
                .commit("first");
        scratch = dir.resolve("scratch");
    }

    private ScratchWorktree create() throws CheckoutException {
        return ScratchWorktree.create(Checkout.open(git.root()), scratch, "fix 1/a");
    }

    @Test
    void showsChangesAndNewFilesAsAGitDiff() throws Exception {
        try (ScratchWorktree tree = create()) {
            assertThat(tree.diff()).isEmpty();
            tree.write("src/A.java", "class A { int x; }\n");
            tree.write("src/test/New.java", "class New {}\n");
            assertThat(tree.read("src/A.java")).contains("int x");
            assertThat(tree.diff())
                    .contains("--- a/src/A.java", "+++ b/src/A.java", "-class A {}", "+class A { int x; }")
                    .contains("+++ b/src/test/New.java", "+class New {}");
        }
    }

    @Test
    void takesChangesBack() throws Exception {
        try (ScratchWorktree tree = create()) {
            tree.write("src/A.java", "changed\n");
            tree.write("new.txt", "new\n");
            tree.diff();
            tree.reset();
            assertThat(tree.diff()).isEmpty();
            assertThat(tree.read("src/A.java")).isEqualTo("class A {}\n");
            assertThat(tree.root().resolve("new.txt")).doesNotExist();
        }
    }

    @Test
    void leavesADirtyCheckoutAsItWas() throws Exception {
        git.write("src/A.java", "class A { int staged; }\n");
        git.git("add", "src/A.java");
        git.write("src/A.java", "class A { int unstaged; }\n").write("untracked.txt", "mine\n");
        Files.delete(git.root().resolve("b.txt"));
        String status = git.git("status", "--porcelain");
        String staged = git.git("diff", "--cached");
        Map<Path, String> before = files(git.root());
        try (ScratchWorktree tree = create()) {
            assertThat(tree.read("src/A.java")).isEqualTo("class A {}\n");
            tree.write("src/A.java", "class A { int other; }\n");
            tree.diff();
            tree.reset();
            tree.write("x/y.txt", "z");
        }
        assertThat(git.git("status", "--porcelain")).isEqualTo(status);
        assertThat(git.git("diff", "--cached")).isEqualTo(staged);
        assertThat(git.git("branch", "--show-current").strip()).isEqualTo("main");
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        assertThat(files(git.root())).isEqualTo(before);
        assertThat(scratch).isEmptyDirectory();
    }

    private static Map<Path, String> files(Path root) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(root.resolve(".git"))) {
                    texts.put(file, Files.readString(file));
                }
            }
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../out.txt", "a/../../out.txt", "/etc/out.txt", ".git/config", "a/.GIT/x", ".git", ".", ""})
    void writesAndReadsNothingOutside(String path) throws Exception {
        try (ScratchWorktree tree = create()) {
            assertThatThrownBy(() -> tree.write(path, "x"))
                    .isInstanceOf(CheckoutException.class)
                    .hasMessageContaining("refused");
            assertThatThrownBy(() -> tree.read(path)).isInstanceOf(CheckoutException.class);
        }
    }

    @Test
    void followsNoLinkOutOfIt() throws Exception {
        Path outside = Files.createDirectory(dir.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        try (ScratchWorktree tree = create()) {
            Files.createSymbolicLink(tree.root().resolve("link"), outside);
            Files.createSymbolicLink(tree.root().resolve("file.txt"), outside.resolve("secret.txt"));
            assertThatThrownBy(() -> tree.write("link/x.txt", "x")).hasMessageContaining("refused");
            assertThatThrownBy(() -> tree.write("link/made/x.txt", "x")).hasMessageContaining("refused");
            assertThatThrownBy(() -> tree.write("file.txt", "x")).hasMessageContaining("refused");
            assertThatThrownBy(() -> tree.read("link/secret.txt")).hasMessageContaining("refused");
        }
        assertThat(outside.resolve("secret.txt")).hasContent("secret");
        assertThat(outside.resolve("x.txt")).doesNotExist();
        assertThat(outside.resolve("made")).doesNotExist();
    }

    @Test
    void runsNoHookFilterOrMonitorOfTheRepository() throws Exception {
        Path ran = dir.resolve("ran.txt");
        Path program = script("#!/bin/sh\necho \"$0\" >> " + ran + "\ncat\n", dir.resolve("program"));
        for (String hook : new String[] {"post-checkout", "post-index-change", "reference-transaction"}) {
            script("#!/bin/sh\necho " + hook + " >> " + ran + "\n", git.root().resolve(".git/hooks/" + hook));
        }
        git.write(".gitattributes", "*.txt filter=evil diff=evil\n").commit("attributes");
        Files.deleteIfExists(ran);
        git.git("config", "filter.evil.smudge", program.toString());
        git.git("config", "filter.evil.clean", program.toString());
        git.git("config", "filter.evil.required", "true");
        git.git("config", "diff.evil.textconv", program.toString());
        git.git("config", "diff.external", program.toString());
        git.git("config", "core.fsmonitor", program.toString());
        git.git("config", "core.pager", program.toString());
        Files.deleteIfExists(ran);
        try (ScratchWorktree tree = create()) {
            tree.write("b.txt", "changed\n");
            assertThat(tree.diff()).contains("+changed");
            tree.reset();
            assertThat(tree.read("b.txt")).isEqualTo("b\n");
        }
        assertThat(ran).doesNotExist();
    }

    private static Path script(String text, Path file) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void collectsWhatADeadProcessHasLeft() throws Exception {
        Checkout checkout = Checkout.open(git.root());
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left = Files.createDirectories(scratch).toRealPath().resolve("fix-p" + dead.pid() + "-abc-1");
        git.git("worktree", "add", "--quiet", "--detach", left.toString(), "HEAD");
        // The number of this process, but another start: the number was used again.
        Path older =
                scratch.toRealPath().resolve("fix-p" + ProcessHandle.current().pid() + "-1-1");
        git.git("worktree", "add", "--quiet", "--detach", older.toString(), "HEAD");
        Path foreign = Files.createDirectory(scratch.resolve("somebody-else"));
        try (ScratchWorktree mine = create()) {
            ScratchWorktree.collectStale(checkout, scratch);
            assertThat(left).doesNotExist();
            assertThat(older).doesNotExist();
            assertThat(foreign).isDirectory();
            assertThat(mine.read("b.txt")).isEqualTo("b\n");
            assertThat(git.git("worktree", "list").lines()).hasSize(2);
        }
    }

    @Test
    void anInterruptedThreadLeavesNothingInTheRepositoryEither() throws Exception {
        ScratchWorktree tree = create();
        Thread.currentThread().interrupt();
        try {
            tree.close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(git.git("worktree", "list").lines()).hasSize(1);
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void twoOfOneNameLiveSideBySide() throws Exception {
        try (ScratchWorktree one = create();
                ScratchWorktree other = create()) {
            one.write("b.txt", "one\n");
            assertThat(other.read("b.txt")).isEqualTo("b\n");
            assertThat(other.root()).isNotEqualTo(one.root());
        }
    }

    @Test
    void saysWhereNoWorktreeCanBeMade() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "");
        assertThatThrownBy(() -> ScratchWorktree.create(Checkout.open(git.root()), file, "x"))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining(file.toString());
    }
}
