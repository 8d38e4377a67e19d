package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.model.ModelConfig.Provider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelConfigTest {

    @Test
    void anEmptyEnvironmentNamesNoModel() {
        assertThat(ModelConfig.fromEnvironment(Map.of())).isEmpty();
        assertThat(ModelConfig.fromEnvironment(Map.of("OPENAI_API_KEY", " "))).isEmpty();
        assertThat(ModelConfig.fromEnvironment(Map.of("MODEL_NAME", "x"))).isEmpty();
    }

    @Test
    void localModeNeedsNoModelWhateverElseIsSet() {
        assertThat(ModelConfig.fromEnvironment(Map.of("LOCAL_MODE", "true", "OPENAI_API_KEY", "k")))
                .isEmpty();
    }

    @Test
    void pinsTheDefaults() {
        assertThat(ModelConfig.fromEnvironment(Map.of("OPENAI_API_KEY", "k")))
                .contains(new ModelConfig(
                        Provider.OPENAI,
                        "https://api.openai.com/v1",
                        "k",
                        "gpt-4o-mini",
                        Duration.ofSeconds(60),
                        3,
                        100_000));
        assertThat(ModelConfig.fromEnvironment(Map.of("USE_OLLAMA", "true")))
                .contains(ModelConfig.of(Provider.OLLAMA, "http://localhost:11434", "none", "qwen2.5-coder"));
    }

    @Test
    void readsEachProvidersKeys() {
        assertThat(ModelConfig.fromEnvironment(Map.of("OPENAI_BASE_URL", "http://h/v1", "MODEL_NAME", "m")))
                .contains(ModelConfig.of(Provider.OPENAI, "http://h/v1", "none", "m"));
        assertThat(ModelConfig.fromEnvironment(Map.of("OLLAMA_HOST", "h:1", "OLLAMA_MODEL", "m")))
                .contains(ModelConfig.of(Provider.OLLAMA, "http://h:1", "none", "m"));
        assertThat(ModelConfig.fromEnvironment(Map.of("OLLAMA_HOST", "h:1", "OPENAI_API_KEY", "k")))
                .hasValueSatisfying(config -> assertThat(config.provider()).isEqualTo(Provider.OPENAI));
    }

    @Test
    void neverTellsAPasswordOfTheAddress() {
        ModelConfig config = ModelConfig.of(Provider.OPENAI, "https://ada:pa55@models.example/v1?key=k3y", "none", "m");

        assertThat(config.place()).isEqualTo("m at https://models.example/v1");
        assertThat(config.toString()).doesNotContain("pa55").doesNotContain("k3y");
    }

    @Test
    void neverPrintsTheKey() {
        assertThat(ModelConfig.of(Provider.OPENAI, "http://h", "sk-secret", "m").toString())
                .doesNotContain("sk-secret")
                .contains("http://h");
    }
}
