package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceListingTest {
    private static final List<String> NAMES = List.of("a", "b", "ab", "a.o", "b.txt", "lib", "x y", "c");
    private static final List<String> PIECES =
            List.of("a", "b", "lib", "*", "?", "**", "/", "*.o", "[ab]", "[!a]", "!", "\\a", "c", ".txt", "a-c", " ");

    @TempDir
    private Path temp;

    @Test
    void honoursIgnoreFilesWithoutGit() throws Exception {
        put(".gitignore", "*.log\n!keep.log\n/build/\nnode_modules\n");
        for (String path : List.of(
                "a.txt", "x.log", "keep.log", "build/out.txt", "src/build/in.txt", "src/node_modules/m.js", ".git/x")) {
            put(path, "x");
        }
        put("src/.gitignore", "!x.log\n");
        put("src/x.log", "x");
        Workspace workspace = Workspace.open(temp, WorkspaceConfig.of(temp.resolve("state")));
        assertThat(workspace.list("", 100))
                .containsExactly(".gitignore", "a.txt", "keep.log", "src/.gitignore", "src/build/in.txt", "src/x.log");
        assertThat(workspace.list("src", 100)).containsExactly("src/.gitignore", "src/build/in.txt", "src/x.log");
        assertThat(workspace.list("src/node_modules", 100)).isEmpty();
        assertThat(workspace.list("", 2)).hasSize(2);
    }

    @Test
    void asksGitInARepository() throws Exception {
        GitSandbox git = new GitSandbox(temp.resolve("repo"));
        git.write("tracked.log", "x").write("gone.txt", "x").commit("first");
        git.write(".gitignore", "*.log\n").write("new.txt", "x").write("other.log", "x");
        Files.delete(git.root().resolve("gone.txt"));
        Workspace workspace = Workspace.open(git.root(), WorkspaceConfig.of(temp.resolve("state")));
        assertThat(workspace.list("", 100)).containsExactly(".gitignore", "new.txt", "tracked.log");
    }

    /** Random rules over a small tree: our reading of them is git's. */
    @Test
    void readsRulesAsGitDoes() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            Path plain = temp.resolve("plain" + round);
            GitSandbox git = new GitSandbox(temp.resolve("git" + round));
            for (int i = 0; i < 25; i++) {
                String path = IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(n -> n + NAMES.get(random.nextInt(NAMES.size())))
                        .map(name -> name.substring(1))
                        .collect(Collectors.joining("/"));
                plant(plain, git.root(), path + "/" + NAMES.get(random.nextInt(NAMES.size())), "x");
            }
            plant(plain, git.root(), ".gitignore", rules(random));
            plant(plain, git.root(), "a/.gitignore", rules(random));
            List<String> ours = Workspace.open(plain, WorkspaceConfig.of(temp.resolve("state")))
                    .list("", 1000);
            List<String> gits = Workspace.open(git.root(), WorkspaceConfig.of(temp.resolve("state")))
                    .list("", 1000);
            assertThat(ours)
                    .as("round %d: %s", round, Files.readString(plain.resolve(".gitignore")))
                    .isEqualTo(gits);
        }
    }

    private static String rules(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            lines.add(IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining()));
        }
        return String.join("\n", lines) + "\n";
    }

    /** A name that is a folder already is left out, on both sides alike. */
    private static void plant(Path plain, Path git, String path, String text) {
        for (Path root : List.of(plain, git)) {
            try {
                Files.createDirectories(root.resolve(path).getParent());
                Files.writeString(root.resolve(path), text);
            } catch (IOException taken) {
                continue;
            }
        }
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(temp.resolve(path).getParent());
        Files.writeString(temp.resolve(path), text);
    }
}
