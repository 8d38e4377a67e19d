package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietSourcesTest {
    private static final String APP = "/logs/app\n\tone.log";

    @TempDir
    private Path folder;

    private QuietSources sources;

    @BeforeEach
    void quietSinceZero() {
        sources = open(0);
        sources.event(APP, "id:7", 100, 0);
    }

    @Test
    void twoTicksFollowTheLastEventOfEachSource() {
        sources.event("/logs/web.log", "id:8", 500, 1_000);
        assertThat(sources.due(2_000)).isEmpty();
        QuietSources.Tick first = only(sources.due(2_100));
        assertThat(first.lastId() + first.number() + first.source()).isEqualTo("id:71" + APP);
        assertThat(first.time()).isCloseTo(102.1, within(1e-6));
        assertThat(only(sources.due(3_100)).source()).isEqualTo("/logs/web.log");
        assertThat(sources.due(40_000)).extracting(QuietSources.Tick::number).containsExactly(2, 2);
        assertThat(sources.due(400_000)).isEmpty();
    }

    @Test
    void whatWasOwedIsOwedAfterARestart() {
        sources.due(2_100);
        sources.save();
        QuietSources.Tick tick = only(open(50).due(2_150));
        assertThat(tick.lastId()).isEqualTo("id:7");
        assertThat(tick.source()).isEqualTo(APP);
        assertThat(tick.number()).isEqualTo(1);
        assertThat(tick.time()).isCloseTo(102.1, within(1e-6));
    }

    @Test
    void nothingIsOwedOnceTheLastTickHasArrived() {
        only(sources.due(2_100)).arrived().run();
        only(sources.due(31_000)).arrived().run();
        assertThat(sources.due(31_010)).isEmpty();
        sources.save();
        assertThat(open(0).due(100_000)).isEmpty();
    }

    @Test
    void aTickOfAnOlderEventSettlesNothing() {
        sources.due(2_100);
        QuietSources.Tick last = only(sources.due(31_000));
        sources.event(APP, "id:9", 140, 31_005);
        last.arrived().run();
        assertThat(only(sources.due(33_200)).lastId()).isEqualTo("id:9");
    }

    @Test
    void ticksThatNeverArrivedAreSentAgain() {
        sources.due(2_100);
        sources.due(31_000);
        sources.again(32_000);
        assertThat(only(sources.due(34_100)).number()).isEqualTo(1);
    }

    @Test
    void aDamagedListIsPassedOver() throws IOException {
        sources.save();
        byte[] good = Files.readAllBytes(folder.resolve("quiet"));
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = random.nextInt(4); i > 0 && bad.length > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("quiet"), bad);
            assertThat(open(0).due(2_100)).hasSizeLessThan(3);
        }
    }

    private QuietSources open(long now) {
        return QuietSources.open(folder, List.of(Duration.ofMillis(2_100), Duration.ofSeconds(31)), now);
    }

    private static QuietSources.Tick only(List<QuietSources.Tick> ticks) {
        assertThat(ticks).hasSize(1);
        return ticks.get(0);
    }
}
