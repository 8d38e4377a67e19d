package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTruncateTest {
    private static final String BANNER = "=== the shop starts ".repeat(20) + "\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*", "*.log*"})
    void theCopyIsNotReadAgainWhateverTheGlobNames(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                logs.append("app.log", 1_000 * i, 1_000 * i + 50 + i);
                expected.addAll(FollowingCase.numbered(1_000 * i, 1_000 * i + 50 + i));
                logs.readUntil(expected.size());
                logs.copyAndTruncate("app.log", "app.log." + (9 - i));
            }
            logs.append("app.log", 9_000, 9_010);
            expected.addAll(FollowingCase.numbered(9_000, 9_010));
            logs.readUntil(expected.size());
            logs.readAll();
            assertThat(logs.lines()).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void whatWasCopiedBeforeWeHadReadItIsReadFromTheCopyWithTheOldIds(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.append("app.log", 100, 200);
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.append("app.log", 200, 210);
            logs.readUntil(210);
            assertThat(logs.lines()).containsExactlyElementsOf(FollowingCase.numbered(0, 210));
            assertThat(logs.distinct()).hasSize(210);
            assertThat(logs.metrics().lostBytes().sum()).isZero();
        }
    }

    @Test
    void aCopyThatIsOlderThanWhatWeReadIsKnownToo() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            Files.copy(logs.file("app.log"), logs.file("app.log.1"));
            logs.append("app.log", 100, 150);
            logs.readUntil(150);
            logs.truncate("app.log");
            logs.append("app.log", 200, 210);
            logs.readUntil(160);
            List<String> expected = new ArrayList<>(FollowingCase.numbered(0, 150));
            expected.addAll(FollowingCase.numbered(200, 210));
            assertThat(logs.lines()).containsExactlyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void aCopyMadeWhileWeWereDownIsReadFromWhereTheOriginalWasLeft(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            logs.append("app.log", BANNER);
            logs.append("app.log", 0, 100);
            logs.readUntil(101);
            logs.append("app.log", 100, 200);
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.append("app.log", BANNER);
            logs.append("app.log", 200, 900);
            logs.restart();
            logs.readUntil(902);
            assertThat(logs.lines()).hasSize(902).containsSubsequence(FollowingCase.numbered(0, 900));
            assertThat(logs.distinct()).hasSize(902);
            logs.restart();
            logs.append("app.log", 900, 901);
            logs.readUntil(903);
            assertThat(logs.lines()).hasSize(903);
        }
    }

    @Test
    void killedWhileTheRestWasReadNothingIsLostAndIdsStay() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 10_000);
            logs.turn(true);
            int before = logs.lines().size();
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.append("app.log", 10_000, 10_005);
            logs.following().all().iterator().next().wake();
            logs.turn(false);
            logs.restart();
            logs.readUntil(10_005);
            assertThat(before).isBetween(1, 9_999);
            assertThat(logs.distinct()).containsExactlyInAnyOrderElementsOf(FollowingCase.numbered(0, 10_005));
        }
    }

    @Test
    void aServiceThatBeginsLikeAnotherIsNoCopy() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*.log")) {
            logs.append("shop.log", BANNER);
            logs.append("shop.log", 0, 10);
            logs.readUntil(11);
            logs.append("shop-2.log", BANNER);
            logs.readAll();
            logs.append("shop-2.log", "another line\n");
            logs.readUntil(13);
            assertThat(logs.lines()).hasSize(13).endsWith("another line");
        }
    }

    @Test
    void whatIsAppendedToACopyIsNew() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 100);
            logs.readUntil(100);
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.readUntil(101);
            logs.append("app.log.1", "a note of the operator\n");
            logs.readUntil(101);
            assertThat(logs.lines()).hasSize(101).endsWith("a note of the operator");
        }
    }

    @Test
    void whatATruncationTookBeforeItWasReadIsCounted() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log", 0, 20_000);
            logs.turn(true);
            int read = logs.lines().size();
            long unread = Files.size(logs.file("app.log"))
                    - logs.following().all().iterator().next().follower().start();
            logs.truncate("app.log");
            logs.readAll();
            assertThat(read).isLessThan(20_000);
            assertThat(logs.metrics().lostBytes().sum()).isEqualTo(unread);
        }
    }

    @Test
    void theLastLineOfATruncatedFileIsGivenThoughItHasNoEnd() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log", "one\ntwo without an end");
            logs.readUntil(1);
            logs.truncate("app.log");
            logs.append("app.log", "three\n");
            logs.readUntil(3);
            assertThat(logs.lines()).containsExactly("one", "two without an end", "three");
            assertThat(logs.unterminated()).containsExactly("two without an end");
        }
    }

    @Test
    void otherContentOfTheSameLengthIsNoticed() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log")) {
            logs.append("app.log", "old 1\nold 2\n");
            logs.readUntil(2);
            Files.writeString(logs.file("app.log"), "new 1\nnew 2\n");
            logs.readUntil(4);
            assertThat(logs.lines()).containsExactly("old 1", "old 2", "new 1", "new 2");
            assertThat(logs.distinct()).hasSize(4);
        }
    }

    /** The first bytes came in a piece that says little; what was known of them is what a start after the kill goes by. */
    @Test
    void killedRightAfterAFirstShortPieceTheCopyIsKnown() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", "2026-11-21 10:00");
            logs.turn(false);
            logs.append("app.log", ":00 INFO line -1\n");
            logs.append("app.log", 0, 50);
            logs.turn(false);
            assertThat(logs.lines()).hasSize(51);
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.append("app.log", 50, 60);
            logs.restart();
            logs.readUntil(101);
            assertThat(logs.distinct()).hasSize(61).containsAll(FollowingCase.numbered(0, 60));
        }
    }

    /** Nothing had arrived of several contents when the tailer was killed: all are in copies, and each is read from its own. */
    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void severalContentsOfWhichNothingHadArrivedAreAllReadAfterAKill(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            for (int i = 0; i < 4; i++) {
                logs.append("app.log", 100 * i, 100 * i + 90 + i);
                logs.following().all().forEach(Tracked::wake);
                while (logs.turn(false)) {
                    assertThat(logs.lines()).isNotEmpty();
                }
                logs.copyAndTruncate("app.log", "app.log." + (9 - i));
            }
            logs.append("app.log", 900, 910);
            logs.killedBeforeAnythingArrived();
            logs.readUntil(380);
            List<String> all = new ArrayList<>(FollowingCase.numbered(900, 910));
            for (int i = 0; i < 4; i++) {
                all.addAll(FollowingCase.numbered(100 * i, 100 * i + 90 + i));
            }
            assertThat(logs.distinct()).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** A copy of what came after the content that is still being read from its own copy. */
    @Test
    void aCopyIsKnownWhileTheRestOfAnOlderContentIsRead() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "app.log*")) {
            logs.append("app.log", 0, 9_000);
            logs.turn(false);
            logs.copyAndTruncate("app.log", "app.log.1");
            logs.append("app.log", 9_000, 9_100);
            while (logs.distinct().size() < 9_100) {
                logs.following().all().forEach(Tracked::wake);
                logs.turn(false);
            }
            logs.restart();
            logs.turn(false);
            logs.copyAndTruncate("app.log", "app.log.2");
            logs.append("app.log", 9_200, 9_210);
            logs.readUntil(18_000);
            List<String> all = new ArrayList<>(FollowingCase.numbered(0, 9_100));
            all.addAll(FollowingCase.numbered(9_200, 9_210));
            assertThat(logs.distinct()).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** As {@code cp app.log app.log.1; : > app.log} does it time and again: the copy's file stays the same. */
    @ParameterizedTest
    @ValueSource(strings = {"app.log", "app.log*"})
    void aCopyMadeOverAnOlderOneIsKnownToo(String glob) throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, glob)) {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                logs.append("app.log", 1_000 * i, 1_000 * i + 50 + i);
                expected.addAll(FollowingCase.numbered(1_000 * i, 1_000 * i + 50 + i));
                logs.readUntil(expected.size());
                Files.write(logs.file("app.log.1"), new byte[0]);
                logs.turn(true);
                Files.write(logs.file("app.log.1"), Files.readAllBytes(logs.file("app.log")));
                logs.turn(true);
                logs.truncate("app.log");
                if (i == 2) {
                    logs.restart();
                }
            }
            logs.append("app.log", 9_000, 9_010);
            expected.addAll(FollowingCase.numbered(9_000, 9_010));
            logs.readUntil(expected.size());
            logs.append("app.log.1", "a note of the operator\n");
            logs.readUntil(expected.size() + (glob.endsWith("*") ? 1 : 0));
            assertThat(logs.lines()).containsSubsequence(expected);
            assertThat(logs.lines()).hasSize(expected.size() + (glob.endsWith("*") ? 1 : 0));
        }
    }
}
