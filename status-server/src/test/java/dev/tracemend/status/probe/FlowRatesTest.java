package dev.tracemend.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowRatesTest {
    private final FlowRates rates = new FlowRates();

    @Test
    void theFirstLookTellsNoRate() {
        assertThat(rates.of("logs.raw.app", 5_000, 100)).isZero();
    }

    @Test
    void theRateIsThatOfTheLastHalfMinute() {
        rates.of("logs.raw.app", 0, 0);
        assertThat(rates.of("logs.raw.app", 20, 2)).isEqualTo(10);
        double last = 1;
        for (int second = 4; second <= 60; second += 2) {
            last = rates.of("logs.raw.app", 20, second);
        }
        assertThat(last).as("nothing came for a while").isZero();
    }

    @Test
    void aTopicThatWasMadeAnewBeginsAnew() {
        rates.of("logs.raw.app", 1_000, 0);
        assertThat(rates.of("logs.raw.app", 3, 2)).isZero();
        assertThat(rates.of("logs.raw.app", 5, 4)).isEqualTo(1);
        assertThat(rates.of("logs.raw.web", 5, 4)).as("each topic for itself").isZero();
    }
}
