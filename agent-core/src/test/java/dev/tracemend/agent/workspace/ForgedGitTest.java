package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that pretend to be git's, or hold a journal that is not ours: nothing is written elsewhere because of them. */
class ForgedGitTest {
    @TempDir
    private Path temp;

    private Path root;
    private Path outside;

    @BeforeEach
    void plant() throws Exception {
        root = Files.createDirectories(temp.resolve("work")).toRealPath();
        outside = Files.createDirectories(temp.resolve("outside")).toRealPath();
        Files.writeString(outside.resolve("secret.txt"), "secret\n");
        new GitSandbox(root);
    }

    @Test
    void noRepositoryIsBuiltFromParts() throws Exception {
        List<FileChange> parts = List.of(
                WorkspaceTest.create("trap/HEAD", "ref: refs/heads/main\n"),
                WorkspaceTest.create("trap/config", "[core]\n\tfsmonitor = touch x\n"),
                WorkspaceTest.create("trap/objects/info/x", "x"),
                WorkspaceTest.create("trap/refs/heads/x", "x"));
        Workspace workspace = open(root);
        assertThat(workspace.objections(parts)).isNotEmpty();
        workspace.write(parts.subList(0, 3));
        assertThat(workspace.objections(parts.subList(3, 4))).isNotEmpty();
    }

    @Test
    void aForgedGitFileSendsNoJournalElsewhere() throws Exception {
        Path forged = Files.createDirectories(temp.resolve("forged"));
        Files.createDirectories(outside.resolve("repo/objects"));
        Files.writeString(outside.resolve("repo/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(forged.resolve(".git"), "gitdir: ../outside/repo\n");
        TreePicture before = TreePicture.of(outside);
        write(forged);
        assertThat(TreePicture.of(outside)).isEqualTo(before);
    }

    @Test
    void aLinkedGitFolderOrJournalSendsNoJournalElsewhere() throws Exception {
        Path forged = Files.createDirectories(temp.resolve("forged"));
        new GitSandbox(outside.resolve("other"));
        Files.createSymbolicLink(forged.resolve(".git"), outside.resolve("other/.git"));
        Path second = Files.createDirectories(temp.resolve("second"));
        new GitSandbox(second);
        Files.createSymbolicLink(second.resolve(".git/tracemend"), outside);
        TreePicture before = TreePicture.of(outside);
        write(forged);
        write(second);
        assertThat(TreePicture.of(outside)).isEqualTo(before);
        assertThat(outside.resolve("other/.git/tracemend")).doesNotExist();
    }

    @Test
    void aForgedJournalChangesNothingOutside() throws Exception {
        Path entry = Files.createDirectories(root.resolve(".git/tracemend/journal/1.pending"));
        Files.writeString(entry.resolve("before"), "owned");
        Files.writeString(entry.resolve("manifest"), """
                tracemend-journal 1
                undoes 0
                file /..%2Foutside%2Fsecret.txt 00:420 5 - /
                end 00
                """);
        TreePicture before = TreePicture.of(outside);
        open(root);
        assertThat(TreePicture.of(outside)).isEqualTo(before);
    }

    private void write(Path folder) throws WorkspaceException {
        open(folder).write(List.of(WorkspaceTest.create("x.txt", "x")));
    }

    private Workspace open(Path folder) throws WorkspaceException {
        return Workspace.open(folder, WorkspaceConfig.of(temp.resolve("state")));
    }
}
