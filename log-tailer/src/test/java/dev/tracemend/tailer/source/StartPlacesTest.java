package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartPlacesTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private PositionRegistry registry = PositionRegistry.open(Path.of("nowhere"));

    @BeforeEach
    void twoLinesAndTheBeginningOfAThird() throws IOException {
        file = Files.writeString(folder.resolve("a.log"), "one\ntwo\nthr");
        registry = PositionRegistry.open(folder);
    }

    @Test
    void theEndIsBehindTheLastWholeLineSoThatNoHalfLineIsPublished() throws IOException {
        assertThat(startOf(ReadConfig.From.END)).isEqualTo(8);
    }

    @Test
    void theEndOfAFileWithoutALineEndIsItsStart() throws IOException {
        Files.writeString(file, "x".repeat(200_000));
        assertThat(startOf(ReadConfig.From.END)).isZero();
        Files.writeString(file, "a\n" + "x".repeat(200_000));
        assertThat(startOf(ReadConfig.From.END)).isEqualTo(2);
    }

    @Test
    void theStartForgetsThePlaceAndKeepsTheIds() throws IOException {
        try (FileFollower follower = FileFollower.open(file, reading())) {
            assertThat(follower.read(new Lines())).isTrue();
            follower.remember(0, 8);
        }
        assertThat(startOf(ReadConfig.From.SAVED)).isEqualTo(8);
        assertThat(startOf(ReadConfig.From.START)).isZero();
        assertThat(generation()).isZero();
    }

    @Test
    void newContentGetsANewGenerationWhereverItBegins() throws IOException {
        try (FileFollower follower = FileFollower.open(file, reading())) {
            assertThat(follower.read(new Lines())).isTrue();
            follower.remember(0, 8);
        }
        Files.writeString(file, "quite another content\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(startOf(ReadConfig.From.END)).isEqualTo(22);
        assertThat(generation()).isEqualTo(1);
    }

    private long startOf(ReadConfig.From from) throws IOException {
        StartPlaces.set(from, List.of(file), registry);
        try (FileFollower follower = FileFollower.open(file, reading())) {
            return follower.start();
        }
    }

    private Reading reading() {
        return new Reading(registry, new ReadBuffer(), TailerMetrics.fresh());
    }

    private int generation() throws IOException {
        try (FileFollower follower = FileFollower.open(file, reading())) {
            return follower.generation();
        }
    }

    private static final class Lines implements Follower.Sink {
        @Override
        public void line(byte[] text, int from, int to, long start, long end) {
            assertThat(new String(text, from, to - from, StandardCharsets.UTF_8))
                    .hasSize(3);
        }

        @Override
        public void newGeneration(int generation) {
            assertThat(generation).isZero();
        }
    }
}
