package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFollowerTest {
    private static final String BANNER =
            "=== the shop, version 1, with a banner longer than the checksum ".repeat(6) + "\n";

    @TempDir
    private Path folder;

    private Path log;
    private PositionRegistry registry;
    private Reading reading;
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void start() {
        log = folder.resolve("app.log");
        registry = PositionRegistry.open(folder);
        reading = reading(registry);
    }

    static Reading reading(PositionRegistry registry) {
        return new Reading(registry, new ReadBuffer(), TailerMetrics.fresh());
    }

    private final Follower.Sink sink = new Follower.Sink() {
        @Override
        public void line(byte[] bytes, int from, int to, long start, long end) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            seen.add(start + "-" + end + " " + text.substring(0, Math.min(10, text.length())));
        }

        @Override
        public void newGeneration(int generation) {
            seen.add("generation " + generation);
        }
    };

    @Test
    void halfLinesAreReadOnceAndNothingIsReadAgain() throws IOException {
        Files.writeString(log, "one\ntw");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            assertThat(follower.read(sink)).isTrue();
            assertThat(follower.read(sink)).isFalse();
            append("o");
            assertThat(follower.read(sink)).isTrue();
            assertThat(follower.read(sink)).isFalse();
            append("\n");
            assertThat(follower.read(sink)).isTrue();
            assertThat(follower.start()).isEqualTo(8);
        }
        assertThat(seen).containsExactly("0-4 one", "4-8 two");
    }

    @Test
    void contentThatGrewBeyondTheOldEndIsNoticedThoughTheBannerIsTheSame() throws IOException {
        Files.writeString(log, BANNER + "old 1\n");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            readAll(follower);
            seen.clear();
            Files.writeString(log, BANNER + "new 1\nnew 2\nnew 3\n");
            readAll(follower);
            assertThat(follower.generation()).isEqualTo(1);
        }
        assertThat(seen).hasSize(5).startsWith("generation 1").last().asString().endsWith("new 3");
    }

    @Test
    void contentOfTheSameLengthIsNoticedAsSoonAsItGrows() throws IOException {
        Files.writeString(log, "old 1\n");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            readAll(follower);
            Files.writeString(log, "new 1\n");
            readAll(follower);
            append("new 2\n");
            readAll(follower);
        }
        assertThat(seen).containsExactly("0-6 old 1", "generation 1", "0-6 new 1", "6-12 new 2");
    }

    @Test
    void aGenerationOnceBegunIsNeverUsedAgain() throws IOException {
        Files.writeString(log, "first content\n");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            readAll(follower);
            follower.remember(0, 14);
            for (String content : List.of("b\n", "c\n".repeat(5))) {
                Files.writeString(log, "");
                readAll(follower);
                Files.writeString(log, content);
                readAll(follower);
            }
            assertThat(follower.generation()).isEqualTo(2);
            // Nothing of generation 2 was acknowledged.
        }
        registry.save();
        try (FileFollower again = FileFollower.open(log, reading(PositionRegistry.open(folder)))) {
            assertThat(again.generation()).isEqualTo(2);
            assertThat(again.start()).isZero();
        }
    }

    @Test
    void aRestartGoesOnWhereEverythingHadArrived() throws IOException {
        Files.writeString(log, "one\ntwo\n");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            readAll(follower);
            follower.remember(0, 4);
            follower.remember(7, 8);
        }
        registry.save();
        seen.clear();
        Path renamed = Files.move(log, folder.resolve("app.log.1"));
        try (FileFollower again = FileFollower.open(renamed, reading(PositionRegistry.open(folder)))) {
            readAll(again);
            assertThat(again.source()).isEqualTo(log.toString());
        }
        assertThat(seen).containsExactly("4-8 two");
    }

    @Test
    void anotherFileBehindTheSameInodeIsANewGenerationWithItsOwnName() throws IOException {
        Files.writeString(log, "one\ntwo\n");
        try (FileFollower follower = FileFollower.open(log, reading)) {
            readAll(follower);
            follower.remember(0, 8);
        }
        Path other = Files.move(log, folder.resolve("other.log"));
        Files.writeString(other, "uno\ndos\ntres\n");
        try (FileFollower again = FileFollower.open(other, reading)) {
            assertThat(again.generation()).isEqualTo(1);
            assertThat(again.source()).isEqualTo(other.toString());
        }
    }

    private void readAll(FileFollower follower) throws IOException {
        while (follower.read(sink)) {
            assertThat(follower.start()).isPositive();
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }
}
