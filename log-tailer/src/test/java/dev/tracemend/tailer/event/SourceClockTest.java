package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.LineJoiner;
import org.junit.jupiter.api.Test;

class SourceClockTest {
    private static final long HOUR = 3_600_000;

    private final SourceClock clock = new SourceClock();

    @Test
    void whatNamesNoTimeHappenedWhenItWasReadUntilOneDoes() {
        assertThat(clock.time(LineJoiner.NO_TIME, 9 * HOUR)).isEqualTo(9 * HOUR);
    }

    @Test
    void whatNamesNoTimeStaysBesideItsNeighboursInAnOldFile() {
        assertThat(clock.time(7 * HOUR, 9 * HOUR)).isEqualTo(7 * HOUR);
        assertThat(clock.time(LineJoiner.NO_TIME, 9 * HOUR + 1)).isEqualTo(7 * HOUR + 1);
    }

    @Test
    void whatNamesNoTimeInAFollowedFileHappensNow() {
        clock.time(9 * HOUR - 5, 9 * HOUR);

        assertThat(clock.time(LineJoiner.NO_TIME, 10 * HOUR)).isEqualTo(10 * HOUR - 5);
    }
}
