package dev.tracemend.streams.kstreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aThreadThatFailsAtOnceEachTimeIsLeftAloneAfterFiveStarts() {
        Restarts restarts = new Restarts();
        for (int i = 0; i < 5; i++) {
            assertThat(restarts.allowed(i * SECOND)).isTrue();
        }
        assertThat(restarts.allowed(5 * SECOND)).isFalse();
    }

    @Test
    void aCalmMinuteForgivesEverything() {
        Restarts restarts = new Restarts();
        for (int i = 0; i < 50; i++) {
            assertThat(restarts.allowed(i * 61 * SECOND)).isTrue();
        }
    }
}
