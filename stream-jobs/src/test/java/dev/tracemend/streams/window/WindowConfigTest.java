package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WindowConfigTest {
    @Test
    void theDefaults() {
        assertThat(WindowConfig.defaults("127.0.0.1:29092", Path.of("state")))
                .isEqualTo(new WindowConfig(
                        "127.0.0.1:29092",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        20,
                        10,
                        Path.of("state"),
                        "tracemend-windows",
                        "1",
                        Duration.ofMillis(250),
                        Duration.ofMinutes(10),
                        WindowRules.Emit.closed,
                        Duration.ofSeconds(5)));
    }

    @Test
    void rulesThatCannotWorkAreRefusedWithTheUsualOnes() {
        assertThatThrownBy(() -> new WindowRules(
                        Duration.ofSeconds(5), Duration.ofSeconds(1), 20, 10, Duration.ZERO, WindowRules.Emit.closed))
                .hasMessageContaining("PT5S")
                .hasMessageContaining("2 s and 30 s");
        assertThatThrownBy(() -> new WindowRules(
                        Duration.ofSeconds(2), Duration.ofSeconds(30), 41, 10, Duration.ZERO, WindowRules.Emit.closed))
                .hasMessageContaining("between 0 and 40");
    }
}
