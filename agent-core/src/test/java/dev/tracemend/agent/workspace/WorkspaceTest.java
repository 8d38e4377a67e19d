package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path temp;

    private Path root;
    private WorkspaceConfig config;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectories(temp.resolve("work")).toRealPath();
        config = WorkspaceConfig.of(temp.resolve("state"));
    }

    @Test
    void writesAllFilesOfAChangeAndTakesThemBack() throws Exception {
        put("a.txt", "one\n");
        put("gone.txt", "bye\n");
        put("old/name.txt", "moved\n");
        TreePicture before = TreePicture.of(root);
        Workspace workspace = Workspace.open(root, config);

        workspace.write(List.of(
                edit("a.txt", "one\n", "two\n"),
                create("deep/er/new.txt", "new\n"),
                delete("gone.txt", "bye\n"),
                new FileChange(
                        "new/name.txt",
                        Optional.of("old/name.txt"),
                        Optional.of(bytes("moved\n")),
                        Optional.of(bytes("moved!\n")),
                        OptionalInt.of(0755))));

        assertThat(root.resolve("a.txt")).hasContent("two\n");
        assertThat(root.resolve("deep/er/new.txt")).hasContent("new\n");
        assertThat(root.resolve("gone.txt")).doesNotExist();
        assertThat(root.resolve("old/name.txt")).doesNotExist();
        assertThat(root.resolve("new/name.txt")).hasContent("moved!\n").isExecutable();

        assertThat(workspace.undo()).isPresent();
        assertThat(TreePicture.of(root)).isEqualTo(before);
        assertThat(workspace.undo()).isEmpty();
    }

    @Test
    void undoesSeveralChangesOneAfterTheOther() throws Exception {
        put("a.txt", "0");
        for (int i = 0; i < 5; i++) {
            Workspace.open(root, config).write(List.of(edit("a.txt", "" + i, "" + (i + 1))));
        }
        for (int i = 4; i >= 0; i--) {
            assertThat(Workspace.open(root, config).undo()).isPresent();
            assertThat(root.resolve("a.txt")).hasContent("" + i);
        }
        assertThat(Workspace.open(root, config).undo()).isEmpty();
    }

    @Test
    void undoIsRefusedWhenAFileWasChangedSinceAndNothingIsTouched() throws Exception {
        put("a.txt", "a");
        put("b.txt", "b");
        Workspace workspace = Workspace.open(root, config);
        workspace.write(List.of(edit("a.txt", "a", "A"), edit("b.txt", "b", "B"), create("c.txt", "c")));
        put("b.txt", "mine");
        TreePicture now = TreePicture.of(root);

        assertThatThrownBy(workspace::undo)
                .isInstanceOfSatisfying(
                        WorkspaceException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FILE_CHANGED))
                .hasMessageContaining("b.txt");
        assertThat(TreePicture.of(root)).isEqualTo(now);

        put("b.txt", "B");
        assertThat(workspace.undo()).isPresent();
        assertThat(root.resolve("c.txt")).doesNotExist();
    }

    @Test
    void aFileThatWasChangedSincePlanningIsNotTouchedNorAreTheOthers() throws Exception {
        put("a.txt", "a");
        put("b.txt", "b");
        Workspace workspace = Workspace.open(root, config);
        List<FileChange> changes = List.of(edit("a.txt", "a", "A"), edit("b.txt", "other", "B"));

        assertThat(workspace.objections(changes)).singleElement().satisfies(refusal -> {
            assertThat(refusal.path()).isEqualTo("b.txt");
            assertThat(refusal.reason()).isEqualTo(Reason.FILE_CHANGED);
        });
        assertThatThrownBy(() -> workspace.write(changes)).isInstanceOf(WorkspaceException.class);
        assertThat(root.resolve("a.txt")).hasContent("a");
    }

    @Test
    void keepsModesAndTheOtherNameOfAHardLink() throws Exception {
        put("run.sh", "echo 1\n");
        Files.setPosixFilePermissions(root.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-x--x"));
        Path outside = temp.resolve("outside.txt");
        Files.createLink(outside, root.resolve("run.sh"));

        Workspace.open(root, config).write(List.of(edit("run.sh", "echo 1\n", "echo 2\n")));

        assertThat(root.resolve("run.sh")).hasContent("echo 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("run.sh"))))
                .isEqualTo("rwxr-x--x");
        assertThat(outside).hasContent("echo 1\n");
    }

    @Test
    void theJournalOfARepositoryLiesInItsGitFolderAndStatusStaysClean() throws Exception {
        GitSandbox git = new GitSandbox(root).write("a.txt", "a").commit("first");
        Workspace.open(root, config).write(List.of(create("b.txt", "b")));

        assertThat(root.resolve(".git/tracemend/journal/1.done/manifest")).exists();
        assertThat(git.git("status", "--porcelain")).isEqualTo("?? b.txt\n");
        assertThat(temp.resolve("state")).doesNotExist();
    }

    @Test
    void withoutGitTheJournalLiesOutsideTheTree() throws Exception {
        Workspace.open(root, config).write(List.of(create("b.txt", "b")));
        assertThat(root.toFile().list()).containsExactly("b.txt");
        assertThat(temp.resolve("state/journals")).isDirectoryContaining(Files::isDirectory);
    }

    @Test
    void withoutAHomeTheJournalLiesInTheTree() throws Exception {
        Path blocked = Files.writeString(temp.resolve("no-folder"), "x").resolve("state");
        Workspace workspace = Workspace.open(root, WorkspaceConfig.of(blocked));
        workspace.write(List.of(create("b.txt", "b")));
        assertThat(root.resolve(".tracemend/journal/1.done")).isDirectory();
        assertThat(workspace.list("", 10)).containsExactly("b.txt");
        assertThat(workspace.undo()).isPresent();
        assertThat(root.resolve("b.txt")).doesNotExist();
    }

    @Test
    void keepsExtendedAttributesWhereThereAreSuch() throws Exception {
        put("a.txt", "a");
        UserDefinedFileAttributeView before =
                Files.getFileAttributeView(root.resolve("a.txt"), UserDefinedFileAttributeView.class);
        try {
            before.write("origin", ByteBuffer.wrap(new byte[] {1, 2, 3}));
        } catch (IOException | UnsupportedOperationException none) {
            return;
        }
        Workspace.open(root, config).write(List.of(edit("a.txt", "a", "b")));
        assertThat(Files.getFileAttributeView(root.resolve("a.txt"), UserDefinedFileAttributeView.class)
                        .size("origin"))
                .isEqualTo(3);
    }

    @Test
    void theJournalIsBounded() throws Exception {
        WorkspaceConfig small = new WorkspaceConfig(
                config.stateFolder(), config.mostFileBytes(), config.mostChangeBytes(), 3, 1000, config.lockWait());
        put("a.txt", "x".repeat(400));
        Workspace workspace = Workspace.open(root, small);
        for (int i = 0; i < 6; i++) {
            String now = Files.readString(root.resolve("a.txt"));
            workspace.write(List.of(edit("a.txt", now, now.substring(1) + i)));
        }
        assertThat(workspace.undo()).isPresent();
        assertThat(workspace.undo()).isPresent();
        assertThat(workspace.undo()).isEmpty();
    }

    @Test
    void twoWritersTakeTurnsAndOneOfTheSameProcessIsToldSo() throws Exception {
        Workspace workspace = Workspace.open(root, config);
        workspace.write(List.of(create("a.txt", "a")));
        Path journal;
        try (Stream<Path> journals = Files.list(temp.resolve("state/journals"))) {
            journal = journals.findFirst().orElseThrow();
        }
        try (FileChannel other = FileChannel.open(journal.resolve("lock"), StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> workspace.write(List.of(create("b.txt", "b"))))
                    .isInstanceOfSatisfying(WorkspaceException.class, e -> assertThat(e.reason())
                            .isEqualTo(Reason.BUSY));
            assertThat(root.resolve("b.txt")).doesNotExist();
        }
        workspace.write(List.of(create("b.txt", "b")));
        assertThat(root.resolve("b.txt")).exists();
    }

    @Test
    void aFileBelowAFileIsRefusedAndNothingIsWritten() throws Exception {
        put("a.txt", "a");
        put("b.txt", "b");
        Workspace workspace = Workspace.open(root, config);
        assertThatThrownBy(() -> workspace.write(List.of(edit("a.txt", "a", "A"), create("b.txt/x", "x"))))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("b.txt is no folder");
        assertThat(root.resolve("a.txt")).hasContent("a");
        assertThat(workspace.undo()).isEmpty();
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    static FileChange edit(String path, String before, String after) {
        return new FileChange(
                path, Optional.empty(), Optional.of(bytes(before)), Optional.of(bytes(after)), OptionalInt.empty());
    }

    static FileChange create(String path, String text) {
        return new FileChange(path, Optional.empty(), Optional.empty(), Optional.of(bytes(text)), OptionalInt.empty());
    }

    static FileChange delete(String path, String before) {
        return new FileChange(
                path, Optional.empty(), Optional.of(bytes(before)), Optional.empty(), OptionalInt.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
