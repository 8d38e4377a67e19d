package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
    @TempDir
    private Path folder;

    private GitSandbox git;
    private GitHistory history;
    private String first;

    @BeforeEach
    void make() throws IOException {
        git = new GitSandbox(folder.resolve("ws"));
        first = git.write("a b.txt", "1")
                .write("src/Ä.txt", "1")
                .commit("first")
                .git("rev-parse", "HEAD")
                .strip();
        history = new GitHistory(git.root());
    }

    @Test
    void ancestryIsThatOfCommitsNotOfDates() throws IOException {
        git.git("checkout", "--quiet", "-b", "side");
        String side = git.write("a b.txt", "side")
                .commit("side")
                .git("rev-parse", "HEAD")
                .strip();
        git.git("checkout", "--quiet", "main");
        String later =
                git.write("c.txt", "2").commit("later").git("rev-parse", "HEAD").strip();

        assertThat(history.head()).contains(later);
        assertThat(history.descends(later, first)).isTrue();
        assertThat(history.descends(later, later)).isTrue();
        assertThat(history.descends(later, side)).isFalse();
        git.git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "merge", "--quiet", "side");
        assertThat(history.descends(history.head().orElseThrow(), side)).isTrue();
    }

    @Test
    void aFileIsTheSameAsLongAsItsBytesAre() throws IOException {
        List<String> paths = List.of("a b.txt", "src/Ä.txt", "gone.txt");
        var before = history.blobs(first, paths);
        git.write("src/Ä.txt", "2").commit("second");
        String second = history.head().orElseThrow();

        assertThat(before).containsOnlyKeys("a b.txt", "src/Ä.txt");
        assertThat(history.blobs(second, paths)).containsEntry("a b.txt", before.get("a b.txt"));
        assertThat(history.blobs(second, paths).get("src/Ä.txt")).isNotEqualTo(before.get("src/Ä.txt"));
    }

    @Test
    void whatIsNoCommitAndWhatGitWouldTakeForAnOptionSaysNothing() {
        assertThat(history.descends(first, "--help")).isFalse();
        assertThat(history.descends("HEAD", first)).isFalse();
        assertThat(history.descends(first, "0".repeat(40))).isFalse();
        assertThat(history.blobs("HEAD", List.of("a b.txt"))).isEmpty();
        assertThat(history.blobs("0".repeat(40), List.of("a b.txt"))).isEmpty();
        assertThat(history.blobs(first, List.of("--all", ":(glob)**", "../ws/a b.txt")))
                .isEmpty();
        assertThat(new GitHistory(folder).head()).isEmpty();
    }
}
