package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.model.ModelConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {

    @Test
    void theFlagGoesBeforeTheSettingAndThatBeforeTheProvidersOwnVariables() {
        Map<String, String> ollama = Map.of("OLLAMA_MODEL", "theirs", "MODEL_NAME", "other", "TRACEMEND_MODEL", "ours");

        assertThat(name(ollama, "flag")).isEqualTo("flag");
        assertThat(name(ollama, "")).isEqualTo("ours");
        assertThat(name(Map.of("OLLAMA_MODEL", "theirs", "MODEL_NAME", "other"), ""))
                .isEqualTo("theirs");
        assertThat(name(Map.of("OPENAI_API_KEY", "k", "MODEL_NAME", "other"), ""))
                .isEqualTo("other");
        assertThat(name(Map.of("OPENAI_API_KEY", "k", "TRACEMEND_MODEL", "ours"), ""))
                .isEqualTo("ours");
    }

    @Test
    void aModelsNameAloneIsNoProvider() {
        assertThat(ModelChoice.of(settings(Map.of("TRACEMEND_MODEL", "ours")), "flag"))
                .isEmpty();
    }

    private static String name(Map<String, String> environment, String flag) {
        return ModelChoice.of(settings(environment), flag)
                .map(ModelConfig::modelName)
                .orElse("none");
    }

    private static SettingsConfig settings(Map<String, String> environment) {
        return new SettingsConfig(environment, List.of());
    }
}
