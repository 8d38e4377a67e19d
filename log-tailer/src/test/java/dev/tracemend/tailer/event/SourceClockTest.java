package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.LineJoiner;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceClockTest {
    private static final long HOUR = 3_600_000;
    /** 2026-11-21, noon. */
    private static final long NOW = 1_795_262_400_000L;

    private final SourceClock clock = new SourceClock();

    @Test
    void whatNamesNoTimeHappenedWhenItWasReadUntilOneDoes() {
        assertThat(clock.time(LineJoiner.NO_TIME, 9 * HOUR)).isEqualTo(9 * HOUR);
    }

    @Test
    void whatComesBeforeTheFirstThatNamesATimeHappenedWithIt() {
        byte[] bytes = bytes("  .   ____\n :: Boot ::\n2026-11-20 10:00:00.250 INFO up\n2026-11-20 11:00:00 INFO on\n");

        clock.ahead(bytes, 0, bytes.length, NOW);

        assertThat(clock.time(LineJoiner.NO_TIME, NOW + 1)).isEqualTo(1_795_168_800_251L);
    }

    @Test
    void whatIsAheadAndNotWholeSaysNothing() {
        byte[] bytes = bytes("banner\n2026-11-20 10:00:00.250 INFO u");

        clock.ahead(bytes, 0, bytes.length, NOW);

        assertThat(clock.time(LineJoiner.NO_TIME, NOW)).isEqualTo(NOW);
    }

    @Test
    void onlyTheGivenBytesAreLookedAt() {
        byte[] bytes = bytes("2026-11-20 10:00:00 INFO before\nbanner\n2026-11-20 11:00:00 INFO behind\n");
        int banner = 32;

        clock.ahead(bytes, banner, banner + 7, NOW);

        assertThat(clock.time(LineJoiner.NO_TIME, NOW)).isEqualTo(NOW);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
