package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void makeFiles() throws IOException {
        own = Files.createDirectory(folder.resolve("state"));
        Files.createDirectories(folder.resolve("deep/er"));
        for (String name : List.of(
                "a.log",
                "b.log",
                "a.txt",
                "a.log.2.gz",
                "app[1].log",
                "deep/c.log",
                "deep/er/d.log",
                "state/own.log")) {
            Files.writeString(folder.resolve(name), "x\n");
        }
    }

    @Test
    void aStarStaysInItsFolder() {
        assertThat(found("*.log")).containsExactly("a.log", "app[1].log", "b.log");
        assertThat(found("*/*.log")).containsExactly("deep/c.log");
        assertThat(found("?.log")).containsExactly("a.log", "b.log");
    }

    @Test
    void twoStarsGoThroughFoldersAndNone() {
        assertThat(found("**/*.log")).containsExactly("a.log", "app[1].log", "b.log", "deep/c.log", "deep/er/d.log");
        assertThat(found("deep/**")).containsExactly("deep/c.log", "deep/er/d.log");
    }

    @Test
    void bracesNameAlternatives() {
        assertThat(found("{a,b}.log")).containsExactly("a.log", "b.log");
        assertThat(found("{a.txt,deep/er/d.log}")).containsExactly("a.txt", "deep/er/d.log");
    }

    @Test
    void severalGlobsNameAFileOnce() {
        assertThat(found("a.log", "*.log", "  ", "deep/../a.log")).containsExactly("a.log", "app[1].log", "b.log");
    }

    @Test
    void aRelativeNameMeansTheWorkingFolder() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(new LogFiles(List.of("pom.xm?"), own).now()).containsExactly(here.resolve("pom.xml"));
        assertThat(new LogFiles(List.of("pom.xml"), own).now()).containsExactly(here.resolve("pom.xml"));
    }

    @Test
    void aNameThatExistsIsNoPattern() {
        assertThat(found("app[1].log")).containsExactly("app[1].log");
    }

    @Test
    void aWildcardRightBelowTheRootGoesAsDeepAsItSays() {
        Path top = folder.getRoot().resolve(folder.getName(0));
        String below = folder.toString().substring(top.toString().length());
        String pattern = "/" + folder.getName(0).toString().charAt(0) + "*" + below + "/a.log";
        assertThat(new LogFiles(List.of(pattern), own).now()).contains(folder.resolve("a.log"));
    }

    @Test
    void compressedLogsAreNoText() {
        assertThat(found("a.log*")).containsExactly("a.log");
    }

    @Test
    void ourOwnFolderIsLeftOutByWhateverNameItIsReached() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), own);
        assertThat(found("**.log")).doesNotContain("state/own.log", "link/own.log");
        assertThat(found("link/*.log")).isEmpty();
    }

    @Test
    void linksInACircleEnd() throws IOException {
        Files.createSymbolicLink(folder.resolve("deep/round"), folder);
        assertThat(found("deep/er/*.log", "deep/**")).contains("deep/er/d.log");
    }

    @Test
    void aFileThatIsNotThereYetIsWaitedFor() {
        LogFiles files = files("later.log", "nowhere/*.log");
        files.check();
        assertThat(files.now()).isEmpty();
    }

    @Test
    void aFolderIsRefusedWithAnExample() {
        assertThatThrownBy(() -> files("deep").check())
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining(folder.resolve("deep").toString())
                .hasMessageContaining("*.log");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> new LogFiles(List.of("/dev/null"), own).check())
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining("/dev/null")
                .hasMessageContaining("regular file");
    }

    @Test
    void aBrokenPatternIsNamedWithARemedy() {
        for (String pattern : List.of("[a.log", "{a,b.log", "*[z-a].log", "a\0b")) {
            assertThatThrownBy(() -> files(pattern).check())
                    .isInstanceOf(TailerStartException.class)
                    .hasMessageContaining(pattern.replace('\0', '?'))
                    .hasMessageContaining("for example");
        }
    }

    @Test
    void anUnreadableFileIsNamedWithTheUserAndTheRemedy() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.log"), "x\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(secret), "this user may read everything");
        assertThatThrownBy(() -> files("secret.log").check())
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining(secret.toString())
                .hasMessageContaining(System.getProperty("user.name"));
    }

    private LogFiles files(String... patterns) {
        return new LogFiles(
                Arrays.stream(patterns)
                        .map(p -> p.isBlank() ? p : folder + "/" + p)
                        .toList(),
                own);
    }

    private List<String> found(String... patterns) {
        return files(patterns).now().stream()
                .map(path -> folder.relativize(path).toString())
                .toList();
    }
}
