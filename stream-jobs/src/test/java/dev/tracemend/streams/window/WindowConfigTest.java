package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowConfigTest {
    @Test
    void theDefaults() {
        assertThat(WindowConfig.defaults("127.0.0.1:29092", Path.of("state")))
                .isEqualTo(new WindowConfig(
                        "127.0.0.1:29092",
                        new WindowRules(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                20,
                                10,
                                Duration.ofMinutes(10),
                                WindowRules.Emit.closed,
                                List.of()),
                        Path.of("state"),
                        "tracemend-windows",
                        "1",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5)));
    }

    @Test
    void rulesThatCannotWorkAreRefusedWithTheUsualOnes() {
        assertThatThrownBy(() -> rules(5, 1, 20))
                .hasMessageContaining("a quiet time of 5 s")
                .hasMessageContaining("2 s and 30 s");
        assertThatThrownBy(() -> rules(2, 30, 41)).hasMessageContaining("between 0 and 40");
        assertThatThrownBy(() -> WindowRules.DEFAULT.grouped(List.of("level:WARN")))
                .hasMessageContaining("line 1")
                .hasMessageContaining("->");
    }

    private static WindowRules rules(int quiet, int max, int before) {
        return new WindowRules(
                Duration.ofSeconds(quiet),
                Duration.ofSeconds(max),
                before,
                10,
                Duration.ZERO,
                WindowRules.Emit.closed,
                List.of());
    }
}
