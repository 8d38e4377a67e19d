package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamFollowerTest {
    @TempDir
    private Path folder;

    private final List<String> seen = new ArrayList<>();
    private final Follower.Sink sink = new Follower.Sink() {
        @Override
        public void line(byte[] text, int from, int to, long start, long end) {
            seen.add(start + "-" + end + " " + new String(text, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void newGeneration(int generation) {
            throw new AssertionError("a stream has one content");
        }
    };

    @Test
    void everyRunHasItsOwnGenerationAndTheLastLineNeedsNoEnd() {
        for (int run = 0; run < 3; run++) {
            seen.clear();
            StreamFollower stream = follow("one\ntwo\nthree");
            readAll(stream);
            assertThat(seen).containsExactly("0-4 one", "4-8 two", "8-13 three");
            assertThat(stream.generation()).isEqualTo(run);
            assertThat(stream.idText()).isEqualTo("stdin");
        }
    }

    @Test
    void whatHadNotArrivedIsReadAgainWithItsOffsets() {
        StreamFollower stream = follow("one\ntwo\nthree\n");
        readAll(stream);
        stream.remember(0, 4);
        seen.clear();
        stream.rewind();
        readAll(stream);
        assertThat(seen).containsExactly("4-8 two", "8-14 three");
        stream.remember(0, 14);
        stream.rewind();
        assertThat(stream.read(sink)).isFalse();
    }

    private StreamFollower follow(String text) {
        return StreamFollower.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new Reading(PositionRegistry.open(folder), new ReadBuffer(), TailerMetrics.fresh()));
    }

    private void readAll(StreamFollower stream) {
        await().until(() -> !stream.read(sink) && stream.isOver());
    }
}
