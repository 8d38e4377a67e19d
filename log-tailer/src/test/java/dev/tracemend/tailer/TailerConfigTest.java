package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.RedactionConfig;
import dev.tracemend.tailer.publish.PublishConfig;
import dev.tracemend.tailer.source.ReadConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TailerConfigTest {
    @Test
    void everyDefaultIsPinned() {
        TailerConfig config = TailerConfig.of("host:1", "app", List.of("a.log"), Path.of("state"));
        assertThat(config)
                .isEqualTo(new TailerConfig(
                        "host:1",
                        "app",
                        List.of("a.log"),
                        Path.of("state"),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        List.of(
                                Duration.ofMillis(500),
                                Duration.ofMillis(1_000),
                                Duration.ofMillis(1_500),
                                Duration.ofMillis(2_050),
                                Duration.ofSeconds(31)),
                        new ReadConfig(
                                ReadConfig.From.SAVED, false, StandardCharsets.UTF_8, 262_144, List.of(), List.of()),
                        new RedactionConfig(true, false, false, List.of()),
                        new PublishConfig("", "", "lz4", false, Map.of(), Map.of())));
    }

    @Test
    void theWholeNameOfATopicReplacesTheShortOne() {
        assertThat(PublishConfig.defaults().topic("app")).isEqualTo("logs.raw.app");
        assertThat(new PublishConfig("Mine_1", "", "lz4", false, Map.of(), Map.of()).topic("app"))
                .isEqualTo("Mine_1");
    }
}
