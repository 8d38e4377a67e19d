package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attempts to read or write what is not in the workspace, or is git's. None may succeed: the world outside and git's own
 * folder look the same before and after each.
 */
class EscapeTest {
    @TempDir
    private Path temp;

    private Path root;
    private Path outside;
    private Workspace workspace;

    @BeforeEach
    void plant() throws Exception {
        root = Files.createDirectories(temp.resolve("work")).toRealPath();
        outside = Files.createDirectories(temp.resolve("outside")).toRealPath();
        Files.writeString(outside.resolve("secret.txt"), "secret\n");
        Files.createDirectories(temp.resolve("work_evil"));
        Files.writeString(temp.resolve("work_evil/secret.txt"), "secret\n");
        Files.createDirectories(root.resolve("src"));
        Files.writeString(root.resolve("src/a.txt"), "a\n");
        new GitSandbox(root).commit("first");
        workspace = Workspace.open(root, WorkspaceConfig.of(temp.resolve("state")));
    }

    static Stream<String> forbiddenPaths() {
        return Stream.of(
                "../outside/secret.txt",
                "../work_evil/secret.txt",
                "src/../../outside/secret.txt",
                "src/../../../../../../../../etc/passwd",
                "./../outside/secret.txt",
                "src/./../../outside/secret.txt",
                "/etc/passwd",
                "//etc/passwd",
                "/proc/self/environ",
                "~/.bashrc",
                "~root/.ssh/authorized_keys",
                "file:///etc/passwd",
                "jar:file:/opt/x.jar!/../../etc/passwd",
                "archive.zip!/../../outside/secret.txt",
                "archive.tar/../../outside/secret.txt",
                "C:/Windows/system.ini",
                "C:secret.txt",
                "..\\outside\\secret.txt",
                "src\\..\\..\\outside\\secret.txt",
                "\\\\server\\share\\x",
                "src//a.txt",
                "src/a.txt/",
                "..",
                ".",
                "",
                " ",
                "a\u0000.txt",
                "src/a\n.txt",
                "src/\u001b[2Ja.txt",
                "x".repeat(300),
                "x/".repeat(1500) + "y",
                "\ud800.txt",
                ".git/config",
                ".git/hooks/pre-commit",
                ".git",
                ".GIT/config",
                ".Git/hooks/post-checkout",
                ".git./config",
                ".git /config",
                ".git . ./config",
                ".git::$INDEX_ALLOCATION/config",
                ".git:stream",
                "git~1/config",
                "GIT~1/hooks/pre-commit",
                ".g\u200cit/config",
                "\ufeff.git/config",
                ".\u200dgit/hooks/update",
                "\uff0egit/config",
                ".g\u0131t/config",
                "sub/.git/hooks/pre-commit",
                "sub/module/.git",
                ".tracemend/journal",
                ".tracemend-1-0");
    }

    @ParameterizedTest
    @MethodSource("forbiddenPaths")
    void aPathThatLeadsOutIsNeitherReadNorWritten(String path) throws Exception {
        assertNothingHappens(path);
    }

    @Test
    void aLinkToAFileOutsideIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
        assertNothingHappens("link.txt");
    }

    @Test
    void aRelativeLinkOutsideIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("src/link.txt"), Path.of("../../outside/secret.txt"));
        assertNothingHappens("src/link.txt");
    }

    @Test
    void aLinkedFolderOutsideIsNotEntered() throws Exception {
        Files.createSymbolicLink(root.resolve("dir"), outside);
        assertNothingHappens("dir/secret.txt");
        assertNothingHappens("dir/fresh.txt");
        assertNothingHappens("dir/deep/fresh.txt");
    }

    @Test
    void aChainOfLinksThatEndsOutsideIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("one"), Path.of("two"));
        Files.createSymbolicLink(root.resolve("two"), Path.of("src/three"));
        Files.createSymbolicLink(root.resolve("src/three"), Path.of("../../outside"));
        assertNothingHappens("one/secret.txt");
    }

    @Test
    void aLinkThatClimbsThroughALinkedFolderIsNotFollowed() throws Exception {
        Files.createDirectories(root.resolve("x/y"));
        Files.createSymbolicLink(root.resolve("inside"), Path.of("x/y"));
        Files.createSymbolicLink(root.resolve("sly"), Path.of("inside/../../../outside/secret.txt"));
        assertNothingHappens("sly");
    }

    @Test
    void aDanglingLinkOutsideCreatesNothingThere() throws Exception {
        Files.createSymbolicLink(root.resolve("later.txt"), outside.resolve("not-there.txt"));
        assertNothingHappens("later.txt");
    }

    @Test
    void linksInACircleEnd() throws Exception {
        Files.createSymbolicLink(root.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(root.resolve("b"), Path.of("a"));
        Files.createSymbolicLink(root.resolve("self"), Path.of("self/self"));
        assertNothingHappens("a");
        assertNothingHappens("self/x");
    }

    @Test
    void aLinkToGitsFolderIsNotFollowed() throws Exception {
        Files.createSymbolicLink(root.resolve("vcs"), Path.of(".git"));
        Files.createSymbolicLink(root.resolve("hook"), Path.of(".git/hooks/pre-commit"));
        assertNothingHappens("vcs/hooks/pre-commit");
        assertNothingHappens("vcs/config");
        assertNothingHappens("hook");
    }

    @Test
    void aLinkInsideTheWorkspaceIsFollowedAndStays() throws Exception {
        Files.createSymbolicLink(root.resolve("alias.txt"), Path.of("src/a.txt"));
        workspace.write(List.of(WorkspaceTest.edit("alias.txt", "a\n", "b\n")));
        assertThat(root.resolve("alias.txt")).isSymbolicLink();
        assertThat(root.resolve("src/a.txt")).hasContent("b\n");
    }

    @Test
    void theOtherNameOfAHardLinkKeepsItsBytes() throws Exception {
        Files.createLink(root.resolve("hard.txt"), outside.resolve("secret.txt"));
        workspace.write(List.of(WorkspaceTest.edit("hard.txt", "secret\n", "changed\n")));
        assertThat(outside.resolve("secret.txt")).hasContent("secret\n");
    }

    @Test
    void deletingThroughALinkIsRefused() throws Exception {
        Files.createSymbolicLink(root.resolve("alias.txt"), Path.of("src/a.txt"));
        assertThat(workspace.objections(List.of(WorkspaceTest.delete("alias.txt", "a\n"))))
                .hasSize(1);
    }

    @Test
    void pipesAndFoldersAreNoFiles() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertNothingHappens("pipe");
        assertNothingHappens("pipe/x");
        assertNothingHappens("src");
        assertNothingHappens("src/a.txt/x");
    }

    @Test
    void aBareRepositoryInTheTreeIsGits() throws Exception {
        new GitSandbox(root).git("init", "--quiet", "--bare", "server");
        assertNothingHappens("server/hooks/post-receive");
        assertNothingHappens("server/config");
    }

    /** A folder on the way is a real one when it is looked at and a link when it is used, and the other way round. */
    @Test
    void aFolderThatIsSwappedForALinkAllTheTimeLeadsNowhere() throws Exception {
        Path flip = Files.createDirectories(root.resolve("flip"));
        Path real = root.resolve("real");
        Path link = Files.createSymbolicLink(root.resolve("link"), outside);
        Files.writeString(flip.resolve("secret.txt"), "mine\n");
        TreePicture before = TreePicture.of(outside);
        AtomicBoolean stop = new AtomicBoolean();
        Thread swapper = new Thread(() -> swap(flip, real, link, stop), "swapper");
        swapper.start();
        try {
            for (int i = 0; i < 400; i++) {
                attempt("flip/secret.txt", "owned " + i);
                attempt("flip/made" + i + "/x.txt", "owned");
            }
        } finally {
            stop.set(true);
            swapper.join();
        }
        assertThat(TreePicture.of(outside)).isEqualTo(before);
    }

    private static void swap(Path flip, Path real, Path link, AtomicBoolean stop) {
        while (!stop.get()) {
            try {
                Files.move(flip, real, StandardCopyOption.ATOMIC_MOVE);
                Files.move(link, flip, StandardCopyOption.ATOMIC_MOVE);
                Files.move(flip, link, StandardCopyOption.ATOMIC_MOVE);
                Files.move(real, flip, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException busy) {
                return;
            }
        }
    }

    /** What is read must be the file's own or nothing; what is written must not be seen outside. */
    private void attempt(String path, String text) {
        try {
            Optional<byte[]> read = workspace.find(path).map(found -> found.bytes());
            read.ifPresent(bytes ->
                    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotStartWith("secret"));
            workspace.write(List.of(new FileChange(
                    path,
                    Optional.empty(),
                    read,
                    Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                    OptionalInt.empty())));
        } catch (WorkspaceException refused) {
            // what it should say while the folder is a link
        }
    }

    private void assertNothingHappens(String path) throws IOException {
        TreePicture outsideBefore = TreePicture.of(temp.resolve("outside"));
        TreePicture gitBefore = TreePicture.of(root.resolve(".git"));
        TreePicture treeBefore = TreePicture.of(root);
        assertThatThrownBy(() -> workspace.read(path)).isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(List.of(WorkspaceTest.create(path, "owned"))))
                .isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(List.of(WorkspaceTest.edit(path, "secret\n", "owned"))))
                .isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(List.of(WorkspaceTest.delete(path, "secret\n"))))
                .isInstanceOf(WorkspaceException.class);
        assertThatThrownBy(() -> workspace.write(List.of(new FileChange(
                        path,
                        Optional.of("src/a.txt"),
                        Optional.of("a\n".getBytes(StandardCharsets.UTF_8)),
                        Optional.of(new byte[0]),
                        OptionalInt.empty()))))
                .isInstanceOf(WorkspaceException.class);
        assertThat(TreePicture.of(temp.resolve("outside"))).isEqualTo(outsideBefore);
        assertThat(TreePicture.of(root.resolve(".git"))).isEqualTo(gitBefore);
        assertThat(TreePicture.of(root)).isEqualTo(treeBefore);
    }
}
