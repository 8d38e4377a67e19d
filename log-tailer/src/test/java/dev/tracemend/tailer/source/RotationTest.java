package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void aFileRenamedWhileWeWereDownIsReadOnWhateverTheGlobNames(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.append("app.log", 100, 200);
            Files.move(logs.file("app.log"), logs.file("app.log.1"));
            logs.append("app.log", 200, 300);
            logs.restart();
            logs.readUntil(300);
            assertThat(logs.lines()).containsExactlyInAnyOrderElementsOf(FollowingCase.numbered(0, 300));
            assertThat(logs.distinct()).hasSize(300);
        }
    }

    @Test
    void theRestOfAFileThatWasCompressedMeanwhileIsReadAndNothingElse() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("other.log", 7_000, 7_100);
            compress(logs, "other.log", "app.log.3.gz");
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.append("app.log", 100, 20_000);
            compress(logs, "app.log", "app.log.2.gz");
            logs.append("app.log", 20_000, 20_010);
            logs.restart();
            logs.readUntil(20_010);
            assertThat(logs.lines()).containsExactlyInAnyOrderElementsOf(FollowingCase.numbered(0, 20_010));
            assertThat(logs.distinct()).hasSize(20_010);
            logs.restart();
            logs.readAll();
            assertThat(logs.lines()).hasSize(20_010);
        }
    }

    @Test
    void anArchiveOfWhatWasDeliveredToItsEndIsNeverReadAgain() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 500);
            logs.readUntil(500);
            compress(logs, "app.log", "app.log.1.gz");
            logs.restart();
            logs.readAll();
            logs.restart();
            logs.readAll();
            assertThat(logs.lines()).hasSize(500);
        }
    }

    @Test
    void aDamagedArchiveStopsNothing() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.append("app.log", 100, 5_000);
            compress(logs, "app.log", "app.log.2.gz");
            byte[] whole = Files.readAllBytes(logs.file("app.log.2.gz"));
            Files.write(logs.file("app.log.2.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
            logs.append("app.log", 5_000, 5_010);
            logs.restart();
            logs.readUntil(5_010);
            assertThat(logs.lines())
                    .containsAll(FollowingCase.numbered(5_000, 5_010))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theLastLineOfARotatedFileIsGivenInTheEndThoughItHasNoEnd() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", "one\ntwo without an end");
            logs.readUntil(1);
            Files.move(logs.file("app.log"), logs.file("app.log.1"));
            logs.append("app.log", "three\n");
            logs.readUntil(2);
            assertThat(logs.unterminated()).isEmpty();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                logs.turn(true);
                return !logs.unterminated().isEmpty();
            });
            assertThat(logs.lines()).containsExactly("one", "three", "two without an end");
        }
    }

    @Test
    void aDeletedFileIsReadToItsEndAndLeft() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*.log")) {
            logs.append("app.log", 0, 20_000);
            logs.turn(true);
            Files.delete(logs.file("app.log"));
            logs.readUntil(20_000);
            assertThat(logs.lines()).hasSize(20_000);
            await().atMost(Duration.ofSeconds(25)).until(() -> {
                logs.turn(true);
                return logs.following().all().isEmpty();
            });
            assertThat(logs.registry().all()).singleElement().matches(Position::left);
        }
    }

    @Test
    void aLinkThatIsSwappedLeadsToTheOtherFile() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "current")) {
            logs.append("a.txt", 0, 10);
            Files.createSymbolicLink(logs.file("current"), logs.file("a.txt"));
            logs.readUntil(10);
            logs.append("b.txt", 10, 20);
            Files.createSymbolicLink(logs.file("next"), logs.file("b.txt"));
            Files.move(logs.file("next"), logs.file("current"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            logs.append("a.txt", 20, 25);
            logs.readUntil(25);
            assertThat(logs.lines()).containsExactlyInAnyOrderElementsOf(FollowingCase.numbered(0, 25));
        }
    }

    @Test
    void inodesThatAreUsedAgainNeverMakeAnIdTwice() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                logs.append("app.log", 100 * i, 100 * i + 10);
                expected.addAll(FollowingCase.numbered(100 * i, 100 * i + 10));
                if (i % 3 == 0) {
                    logs.restart();
                }
                logs.readUntil(expected.size());
                Files.delete(logs.file("app.log"));
                if (i % 2 == 0) {
                    logs.restart();
                }
            }
            assertThat(logs.distinct()).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void anIdleFileGivesItsDescriptorBackAndIsReadOnWhenItGrows() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log", 0, 10);
            logs.readUntil(10);
            FileFollower follower =
                    (FileFollower) logs.following().all().iterator().next().follower();
            follower.rest();
            assertThat(follower.isResting()).isTrue();
            logs.append("app.log", 10, 20);
            logs.readUntil(20);
            follower.rest();
            Files.move(logs.file("app.log"), logs.file("kept-elsewhere"));
            Files.writeString(
                    logs.file("kept-elsewhere"),
                    String.join("\n", FollowingCase.numbered(20, 30)) + "\n",
                    java.nio.file.StandardOpenOption.APPEND);
            logs.append("app.log", 30, 40);
            logs.readUntil(40);
            assertThat(logs.lines()).containsExactlyInAnyOrderElementsOf(FollowingCase.numbered(0, 40));
        }
    }

    private static void compress(FollowingCase logs, String name, String archive) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(logs.file(archive)))) {
            Files.copy(logs.file(name), out);
        }
        Files.delete(logs.file(name));
    }

    /** A listing is a moment old when it is taken: by then a name may lead to a file that is followed already. */
    @Test
    void aFileThatWasRenamedSinceItWasListedIsNotReadTwice() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 100);
            logs.turn(false);
            assertThat(logs.lines()).hasSize(100);
            FileIdentity gone = new FileIdentity(1, 1);
            logs.following().take(List.of(new FoundFile(logs.file("app.log"), gone, Route.DEFAULT)));
            logs.readAll();
            logs.readAll();
            assertThat(logs.lines()).hasSize(100);
        }
    }

    /** Nobody named the rotated files, and one of them was never seen under its own name. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFileThatWasRotatedAwayBeforeItWasSeenIsRead(boolean down) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log.9", "long ago\n");
            Files.setLastModifiedTime(logs.file("app.log.9"), FileTime.fromMillis(1_000_000));
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.append("app.log", 100, 110);
            for (int i = 2; i <= 4; i++) {
                Files.move(logs.file("app.log"), logs.file("app.log." + (10 - i)));
                logs.append("app.log", 100 * i, 100 * i + 10);
            }
            if (down) {
                logs.restart();
            }
            logs.readUntil(140);
            List<String> all = new ArrayList<>(FollowingCase.numbered(0, 110));
            for (int i = 2; i <= 4; i++) {
                all.addAll(FollowingCase.numbered(100 * i, 100 * i + 10));
            }
            assertThat(logs.lines()).containsExactlyInAnyOrderElementsOf(all);
        }
    }
}
