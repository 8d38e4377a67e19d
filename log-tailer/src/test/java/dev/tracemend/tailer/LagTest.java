package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LagTest {
    private static final long SECOND = 1_000_000_000L;

    private final Lag lag = new Lag();

    @Test
    void whoHasEverythingIsNotBehind() {
        assertThat(lag.seconds(0, 100, 0)).isZero();
        assertThat(lag.seconds(5 * SECOND, 100, 0)).isZero();
    }

    @Test
    void whatIsAcknowledgedNowWasAllThereWasSomeTimeAgo() {
        lag.seconds(0, 0, 0);
        lag.seconds(SECOND, 0, 100);
        lag.seconds(2 * SECOND, 0, 200);
        lag.seconds(3 * SECOND, 0, 300);

        assertThat(lag.seconds(4 * SECOND, 100, 300)).isCloseTo(3, within(1e-9));
        assertThat(lag.seconds(5 * SECOND, 300, 200)).isCloseTo(2, within(1e-9));
    }

    @Test
    void aSteadyStreamIsAlwaysOneSampleBehindHoweverLongItRuns() {
        double last = 0;
        for (int i = 1; i <= 100_000; i++) {
            last = lag.seconds(i * SECOND, i * 10L - 10, 10);
        }
        assertThat(last).isBetween(0.0, 1.0);
    }

    @Test
    void aBacklogThatNeverMovesIsAsOldAsItIs() {
        lag.seconds(0, 0, 0);
        double last = 0;
        for (int i = 1; i <= 10_000; i++) {
            last = lag.seconds(i * SECOND, 0, i);
        }
        assertThat(last).isCloseTo(10_000, within(1e-9));
    }
}
