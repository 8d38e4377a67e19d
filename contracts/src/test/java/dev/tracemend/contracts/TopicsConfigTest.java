package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsConfigTest {
    @Test
    void thereIsNoPrefixByDefault() {
        assertThat(TopicsConfig.of(Map.of()).prefix()).isEmpty();
        assertThat(Topics.group("tracemend-windows")).isEqualTo("tracemend-windows");
    }

    @Test
    void thePrefixIsTakenAsItIs() {
        assertThat(TopicsConfig.of(Map.of("KAFKA_TOPIC_PREFIX", " dev.")).prefix())
                .isEqualTo("dev.");
    }

    @Test
    void whatCannotStandInATopicsNameIsRefusedWithAnExample() {
        assertThatThrownBy(() -> TopicsConfig.of(Map.of("KAFKA_TOPIC_PREFIX", "dev/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KAFKA_TOPIC_PREFIX \"dev/\"")
                .hasMessageContaining("\"dev.\"");
    }
}
