package dev.tracemend.streams.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.streams.window.WindowRules;
import org.junit.jupiter.api.Test;

class SparkArgumentsTest {
    @Test
    void theDefaults() {
        assertThat(SparkArguments.of("--bootstrap", "b:1", "--checkpoint", "dir"))
                .isEqualTo(new SparkArguments("b:1", "dir", 200, 200_000, 5_000, WindowRules.DEFAULT));
    }

    @Test
    void whatIsWrongIsToldWithTheUsage() {
        assertThatThrownBy(() -> SparkArguments.of("--bootstrap", "b:1"))
                .hasMessageContaining("--checkpoint is missing")
                .hasMessageContaining("usage:");
        assertThatThrownBy(() -> SparkArguments.of("--broker", "b:1"))
                .hasMessageContaining("unknown argument --broker");
        assertThatThrownBy(() -> SparkArguments.of("--bootstrap")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> SparkArguments.of("--bootstrap", "b:1", "--checkpoint", "dir", "--trigger-ms", "soon"))
                .hasMessageContaining("\"soon\"");
    }
}
