package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a checkout, and what is said when that cannot be. */
class CheckoutTest {
    @TempDir
    Path dir;

    @Test
    void knowsRootHeadAndBranch() throws Exception {
        GitSandbox git =
                new GitSandbox(dir.resolve("shop")).write("deep/a.txt", "a\n").commit("first");
        Checkout checkout = Checkout.open(git.root().resolve("deep"));
        assertThat(checkout.root()).isEqualTo(git.root());
        assertThat(checkout.head())
                .isEqualTo(git.git("rev-parse", "HEAD").strip())
                .hasSize(40);
        assertThat(checkout.branch()).isEqualTo("main");
    }

    @Test
    void hasNoBranchWhenDetached() throws Exception {
        GitSandbox git =
                new GitSandbox(dir.resolve("shop")).write("a.txt", "a\n").commit("first");
        git.git("checkout", "--quiet", "--detach");
        assertThat(Checkout.open(git.root()).branch()).isEmpty();
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatThrownBy(() -> Checkout.open(dir.resolve("nowhere")))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("not a folder");
    }

    @Test
    void saysThatItIsNoCheckout() {
        assertThatThrownBy(() -> Checkout.open(dir))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining(dir.toString())
                .hasMessageContaining("git init");
    }

    @Test
    void saysThatThereIsNoCommit() throws IOException {
        GitSandbox git = new GitSandbox(dir.resolve("empty"));
        assertThatThrownBy(() -> Checkout.open(git.root()))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("empty")
                .hasMessageContaining("first commit");
    }

    @Test
    void saysThatItIsBare() throws IOException {
        GitSandbox git =
                new GitSandbox(dir.resolve("shop")).write("a.txt", "a\n").commit("first");
        git.git("clone", "--quiet", "--bare", ".", dir.resolve("bare.git").toString());
        assertThatThrownBy(() -> Checkout.open(dir.resolve("bare.git")))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("bare.git")
                .hasMessageContaining("clone it");
    }

    @Test
    void saysThatTheFolderInsideGitIsNoWorkingTree() throws IOException {
        GitSandbox git =
                new GitSandbox(dir.resolve("shop")).write("a.txt", "a\n").commit("first");
        assertThat(Files.isDirectory(git.root().resolve(".git"))).isTrue();
        assertThatThrownBy(() -> Checkout.open(git.root().resolve(".git")))
                .isInstanceOf(CheckoutException.class)
                .hasMessageContaining("above .git");
    }
}
