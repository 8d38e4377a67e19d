package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.JudgeConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FixConfigTest {

    @Test
    void pinsTheDefaults() {
        Path scratch = Path.of("data", "scratch");

        assertThat(FixConfig.in(Path.of("ws"), Path.of("data")))
                .isEqualTo(new FixConfig(
                        Path.of("ws"),
                        scratch,
                        Path.of("data", "cache"),
                        "",
                        Duration.ofMinutes(10),
                        3,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(3),
                        JudgeConfig.in(scratch),
                        false));
    }
}
