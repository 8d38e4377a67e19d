package dev.tracemend.worker.deliver.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.GitBase;
import dev.tracemend.contracts.PatchInfo;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.deliver.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixBranchTest {
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
    void commitsOnABranchOfItsOwnAndLeavesTheCheckoutByteForByte() throws IOException {
        Files.writeString(workspace.resolve("Cart.java"), "class Cart { /* half written */ }\n");
        Files.writeString(workspace.resolve("untracked.txt"), "mine\n");
        GitFolder.git(workspace, "add", "Cart.java");
        Files.writeString(workspace.resolve("Cart.java"), "class Cart { /* and more */ }\n");
        Map<String, String> before = picture();

        FixBranch.Committed.Made made = (FixBranch.Committed.Made) commit(result("app-1", base, SampleResults.DIFF));

        assertThat(made.branch()).isEqualTo("tracemend/fp-1-1");
        assertThat(picture()).isEqualTo(before);
        assertThat(GitFolder.git(workspace, "show", made.commit() + ":Cart.java"))
                .contains("int total = 0;");
        assertThat(GitFolder.git(workspace, "rev-parse", made.commit() + "^").strip())
                .isEqualTo(base);
        assertThat(GitFolder.git(workspace, "log", "-1", "--format=%(trailers)", made.commit()))
                .contains("Fingerprint: fp-1", "Result-Id: app-1", "Verified-By: tracemend judge");
        assertThat(GitFolder.git(workspace, "worktree", "list").lines()).hasSize(1);
    }

    @Test
    void theSameResultKeepsItsBranchAndTheNextOneGetsTheNext() {
        FixBranch.Committed first = commit(result("app-1", base, SampleResults.DIFF));

        assertThat(commit(result("app-1", base, SampleResults.DIFF))).isEqualTo(first);
        FixBranch.Committed.Made second = (FixBranch.Committed.Made) commit(result("app-2", base, SampleResults.DIFF));
        assertThat(second.branch()).isEqualTo("tracemend/fp-1-2");
    }

    @Test
    void standsOnTheCommitItWasProvedOnWhereverTheUserIsNow() throws IOException {
        Files.writeString(workspace.resolve("Cart.java"), "class Cart {}\n");
        GitFolder.git(workspace, "commit", "-q", "-a", "-m", "rewritten");

        FixBranch.Committed.Made made = (FixBranch.Committed.Made) commit(result("app-1", base, SampleResults.DIFF));

        assertThat(GitFolder.git(workspace, "rev-parse", made.commit() + "^").strip())
                .isEqualTo(base);
    }

    @Test
    void aDiffThatDoesNotFitOrNamesOtherFilesOrAnUnknownBaseLeavesNothing() {
        String elsewhere = SampleResults.DIFF.replace("Cart.java", ".github/workflows/ci.yml");
        String outside = SampleResults.DIFF.replace("Cart.java", "../outside.txt");
        for (FixResult bad : List.of(
                result("app-1", base, SampleResults.DIFF.replace("null", "7")),
                result("app-1", base, elsewhere),
                result("app-1", base, outside),
                result("app-1", "0123456789abcdef0123456789abcdef01234567", SampleResults.DIFF),
                result("app-1", "--help", SampleResults.DIFF),
                result("app-1", base, ""))) {
            assertThat(commit(bad)).as(bad.git() + bad.patch().diff()).isInstanceOf(FixBranch.Committed.NotMade.class);
        }
        assertThat(GitFolder.git(workspace, "branch", "--list", "tracemend/*")).isEmpty();
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    private FixBranch.Committed commit(FixResult result) {
        return new FixBranch(workspace, folder.resolve("data")).commit(result);
    }

    private static FixResult result(String id, String base, String diff) {
        PatchInfo patch = new PatchInfo("git", diff, List.of("Cart.java"), 1, 1, "null", false);
        return SampleResults.fix("fp-1", id, Verdict.VERIFIED, patch, new GitBase(base, "main"));
    }

    /** Every file of the checkout, and what of git's own folder is the user's: index, HEAD, configuration, main. */
    private Map<String, String> picture() throws IOException {
        Map<String, String> picture = new TreeMap<>();
        try (Stream<Path> all = Files.walk(workspace)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = workspace.relativize(file).toString();
                if (!name.startsWith(".git/") || name.matches("\\.git/(index|HEAD|config|refs/heads/main)")) {
                    picture.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return picture;
    }
}
