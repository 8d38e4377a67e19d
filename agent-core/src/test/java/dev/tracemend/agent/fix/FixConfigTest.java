package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.search.SearchLimits;
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
                        SearchLimits.defaults(),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(3),
                        JudgeConfig.in(scratch),
                        false,
                        Path.of("data", "decisions.tsv"),
                        false));
    }
}
