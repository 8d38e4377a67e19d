package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietTicksTest {
    private final QuietTicks ticks = new QuietTicks(List.of(Duration.ofMillis(2_100), Duration.ofSeconds(31)));

    @Test
    void aSourceWithoutEventsSendsNone() {
        assertThat(ticks.due(Long.MAX_VALUE / 2)).isEmpty();
    }

    @Test
    void twoTicksMoveEventTimeOnAndNoMoreFollow() {
        ticks.event(100.5, 10_000);
        assertThat(ticks.due(12_099)).isEmpty();
        assertThat(ticks.due(12_100)).hasValue(102.6);
        assertThat(ticks.due(12_101)).isEmpty();
        assertThat(ticks.due(40_999)).isEmpty();
        assertThat(ticks.due(41_000)).hasValue(131.5);
        assertThat(ticks.due(Long.MAX_VALUE / 2)).isEmpty();
        assertThat(ticks.sent()).isEqualTo(2);
    }

    @Test
    void anEventStartsThemAnewAndTimeNeverGoesBack() {
        ticks.event(100, 0);
        ticks.due(2_100);
        ticks.event(90, 3_000);
        assertThat(ticks.due(5_099)).isEmpty();
        assertThat(ticks.due(5_100)).hasValue(102.1);
    }
}
