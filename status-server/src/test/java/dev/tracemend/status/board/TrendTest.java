package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void errorsOfOneMinuteAreOneStep() {
        Trend trend = Trend.NONE.with(600, 3).with(659.9, 2).with(660, 1);

        assertThat(trend).isEqualTo(new Trend(60, 10, java.util.List.of(5L, 1L)));
    }

    @Test
    void whatOutgrowsTheStepsMakesThemWiderAndLosesNothing() {
        Trend trend = Trend.NONE.with(0, 1).with(60 * 23, 1);
        assertThat(trend.counts()).hasSize(24);

        Trend wider = trend.with(60 * 24, 1);
        assertThat(wider.width()).isEqualTo(120);
        assertThat(wider.counts().get(0)).isEqualTo(1);
        assertThat(wider.counts().get(11)).isEqualTo(1);
        assertThat(wider.counts().get(12)).isEqualTo(1);
    }

    @Test
    void timesInAnyOrderOfAnySizeKeepTheSumAndTheBound() {
        Random random = new Random(20261121);
        for (int round = 0; round < 300; round++) {
            Trend trend = Trend.NONE;
            long sum = 0;
            for (int i = 0; i < 60; i++) {
                double at = random.nextInt(20) == 0 ? random.nextDouble() * 1e300 : random.nextDouble() * 1e6 - 1e3;
                long count = random.nextInt(50);
                trend = trend.with(at, count);
                sum += count;
            }
            assertThat(trend.counts()).hasSizeLessThanOrEqualTo(Trend.MOST);
            assertThat(trend.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(sum);
        }
    }
}
