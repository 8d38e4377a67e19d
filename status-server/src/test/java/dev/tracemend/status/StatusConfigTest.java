package dev.tracemend.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.status.access.AccessSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusConfigTest {
    private static final Path DATA = Path.of("data");

    @Test
    void everyDefaultIsPinned() {
        assertThat(StatusConfig.of("b:1", "127.0.0.1", 8765, DATA, StatusConfig.HEURISTIC_NOTE, Map.of()))
                .isEqualTo(new StatusConfig(
                        "b:1",
                        "127.0.0.1",
                        8765,
                        DATA,
                        "model: heuristic - nothing leaves this machine",
                        "",
                        Duration.ofDays(31),
                        List.of(),
                        "",
                        "",
                        "",
                        AccessSettings.DEFAULT,
                        "",
                        ""));
        StatusConfig defaults = StatusConfig.defaults("b:1", DATA);
        assertThat(defaults.host()).isEqualTo("127.0.0.1");
        assertThat(defaults.port()).isEqualTo(8765);
        assertThat(defaults.modelNote()).isEqualTo("model: heuristic - nothing leaves this machine");
    }

    @Test
    void aDeploymentTellsAboutItselfThroughTheEnvironment() {
        StatusConfig config = StatusConfig.of(
                "b:1",
                "0.0.0.0",
                1,
                DATA,
                "",
                Map.of(
                        "TRACEMEND_INSTANCE", "blue",
                        "TRACEMEND_ALLOWED_HOSTS", "Status.example.com, board.example.com",
                        "TRACEMEND_IMAGE", "tracemend:1",
                        "TRACEMEND_COMPOSE_HASH", "abc",
                        "TRACEMEND_COMMIT", "4f2a"));

        assertThat(config.instance()).isEqualTo("blue");
        assertThat(config.allowedHosts()).containsExactly("status.example.com", "board.example.com");
        assertThat(config.image()).isEqualTo("tracemend:1");
        assertThat(config.composeHash()).isEqualTo("abc");
        assertThat(config.commit()).isEqualTo("4f2a");
    }

    @Test
    void whoMayAskIsReadFromTheEnvironmentToo() {
        StatusConfig config = StatusConfig.of(
                "b:1",
                "0.0.0.0",
                1,
                DATA,
                "",
                Map.of(
                        "TRACEMEND_TOKEN", "0123456789abcdef",
                        "TRACEMEND_TRUST_GATEWAY", "true",
                        "TRACEMEND_REQUESTS_PER_SECOND", "7"));

        assertThat(config.access().given()).singleElement().matches(token -> token.matches("0123456789abcdef"));
        assertThat(config.access().trustGateway()).isTrue();
        assertThat(config.access().perSecond()).isEqualTo(7);
        assertThat(config).asString().doesNotContain("0123456789abcdef");
    }

    @Test
    void loopbackIsWhatNobodyElseReaches() {
        for (String host : List.of("127.0.0.1", "localhost", "::1", "127.1.2.3")) {
            assertThat(StatusConfig.of("b:1", host, 1, DATA, "", Map.of()).isLoopback())
                    .as(host)
                    .isTrue();
        }
        for (String host : List.of("0.0.0.0", "::", "10.0.0.1", "nowhere.invalid")) {
            assertThat(StatusConfig.of("b:1", host, 1, DATA, "", Map.of()).isLoopback())
                    .as(host)
                    .isFalse();
        }
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> StatusConfig.of("b:1", "h", 70_000, DATA, "", Map.of()))
                .hasMessageContaining("70000")
                .hasMessageContaining("8765");
        assertThatThrownBy(() -> StatusConfig.of("b:1", "h", 1, DATA, "", Map.of("TRACEMEND_INSTANCE", "A B")))
                .hasMessageContaining("A B");
    }
}
