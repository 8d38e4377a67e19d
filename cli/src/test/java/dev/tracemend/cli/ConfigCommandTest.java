package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConfigCommandTest {
    @Test
    void showsEverySettingAndEveryVariableThatIsRead() {
        String shown = run(Map.of());
        assertThat(shown)
                .contains(
                        "bootstrap ",
                        "OPENAI_API_KEY ",
                        "OPENAI_BASE_URL ",
                        "USE_OLLAMA ",
                        "OLLAMA_MODEL ",
                        "OLLAMA_HOST ",
                        "LOCAL_MODE ",
                        "KAFKA_TOPIC_PREFIX ");
    }

    @Test
    void aKeyIsNeverShownNorAPasswordInAnAddress() {
        String shown = run(
                Map.of("OPENAI_API_KEY", "sk-very-secret", "OPENAI_BASE_URL", "https://me:hunter22@models.example/v1"));
        assertThat(shown)
                .contains("(set, hidden)", "https://models.example/v1", "environment OPENAI_API_KEY")
                .doesNotContain("very-secret", "hunter22");
    }

    private static String run(Map<String, String> environment) {
        StringWriter out = new StringWriter();
        CommandLine line = Tracemend.commandLine(new SettingsConfig(environment, List.of()));
        line.setOut(new PrintWriter(out));
        assertThat(line.execute("config")).isZero();
        return out.toString();
    }
}
