package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenFilesTest {
    @TempDir
    private Path root;

    @TempDir
    private Path state;

    private SeenFiles seen;

    @BeforeEach
    void plant() throws Exception {
        Files.writeString(root.resolve("a.txt"), "a");
        seen = new SeenFiles(Workspace.open(root, WorkspaceConfig.of(state)));
    }

    @Test
    void aFileMustBeReadBeforeItIsChangedButNotBeforeItIsCreated() throws Exception {
        assertThat(seen.objections(List.of(WorkspaceTest.edit("a.txt", "a", "b"))))
                .extracting(ChangeRefusal::reason)
                .containsExactly(Reason.NOT_READ);
        assertThat(seen.show("./a.txt")).isEqualTo(new byte[] {'a'});
        seen.write(List.of(WorkspaceTest.edit("a.txt", "a", "b"), WorkspaceTest.create("n.txt", "n")));
        assertThat(root.resolve("a.txt")).hasContent("b");
    }

    @Test
    void whatItWroteItselfCountsAsSeen() throws Exception {
        seen.show("a.txt");
        seen.write(List.of(WorkspaceTest.edit("a.txt", "a", "b")));
        seen.write(List.of(WorkspaceTest.edit("a.txt", "b", "c")));
        assertThat(root.resolve("a.txt")).hasContent("c");
    }

    @Test
    void aFileThatChangedAfterItWasReadMustBeReadAgain() throws Exception {
        seen.show("a.txt");
        Files.writeString(root.resolve("a.txt"), "mine");
        assertThat(seen.objections(List.of(WorkspaceTest.edit("a.txt", "mine", "b"))))
                .extracting(ChangeRefusal::reason)
                .containsExactly(Reason.FILE_CHANGED);
        seen.show("a.txt");
        assertThat(seen.objections(List.of(WorkspaceTest.edit("a.txt", "mine", "b"))))
                .isEmpty();
    }
}
