package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsConfigTest {
    @TempDir
    private Path folder;

    @Test
    void everyKeyAndDefaultIsPinned() {
        Map<String, String> defaults = new LinkedHashMap<>();
        Arrays.stream(Setting.values()).forEach(s -> defaults.put(s.key(), s.otherwise()));
        assertThat(defaults)
                .isEqualTo(Map.ofEntries(
                        Map.entry("bootstrap", "localhost:29092"),
                        Map.entry("kafka-port", "29092"),
                        Map.entry("port", "8765"),
                        Map.entry("host", "127.0.0.1"),
                        Map.entry("topic", "app"),
                        Map.entry("container", "app"),
                        Map.entry("workspace", ""),
                        Map.entry("logs", ""),
                        Map.entry("test-cmd", ""),
                        Map.entry("group", ""),
                        Map.entry("engine", "kstreams"),
                        Map.entry("data", ""),
                        Map.entry("model", "")));
    }

    @Test
    void theEnvironmentBeatsTheFileAndTheFileBeatsTheDefault() throws IOException {
        Path file = Files.writeString(folder.resolve("tracemend.yml"), "topic: fromfile\nport: 9000\n");
        SettingsConfig settings = new SettingsConfig(Map.of("TRACEMEND_TOPIC", "fromenv"), List.of(file));

        assertThat(settings.value(Setting.TOPIC))
                .isEqualTo(new SettingsConfig.Origin("fromenv", "environment TRACEMEND_TOPIC"));
        assertThat(settings.value(Setting.PORT)).isEqualTo(new SettingsConfig.Origin("9000", file.toString()));
        assertThat(settings.value(Setting.HOST)).isEqualTo(new SettingsConfig.Origin("127.0.0.1", "default"));
    }

    @Test
    void theFirstFileWins() throws IOException {
        Path near = Files.writeString(folder.resolve("near.yml"), "topic: near\n");
        Path far = Files.writeString(folder.resolve("far.yml"), "topic: far\nengine: spark\n");
        SettingsConfig settings = new SettingsConfig(Map.of(), List.of(near, far));

        assertThat(settings.value(Setting.TOPIC).value()).isEqualTo("near");
        assertThat(settings.value(Setting.ENGINE).value()).isEqualTo("spark");
    }

    @Test
    void anUnknownKeyIsRefusedWithASuggestion() throws IOException {
        Path file = Files.writeString(folder.resolve("tracemend.yml"), "topik: app\n");
        SettingsConfig settings = new SettingsConfig(Map.of(), List.of(file));

        assertThatThrownBy(() -> settings.value(Setting.PORT))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("unknown key \"topik\"")
                .hasMessageContaining("did you mean \"topic\"");
    }

    @Test
    void aBrokenFileEndsACommandWithOneMessageAndTheCodeOfConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("tracemend.yml"), "topik: app\n");
        StringWriter said = new StringWriter();
        CommandLine line = Tracemend.commandLine(new SettingsConfig(Map.of(), List.of(file)));
        line.setErr(new PrintWriter(said));

        assertThat(line.execute("results", "--follow")).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(said.toString())
                .startsWith("tracemend: " + file + ": unknown key")
                .doesNotContain("Exception", "Usage", "CommandFailure");
    }

    @Test
    void aPortThatIsNoNumberIsRefusedWhereItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("tracemend.yml"), "port: abc\n");
        SettingsConfig settings = new SettingsConfig(Map.of("TRACEMEND_KAFKA_PORT", "no"), List.of(file));

        assertThatThrownBy(() -> settings.value(Setting.PORT)).hasMessageStartingWith(file + ": port is \"abc\"");
        assertThatThrownBy(() -> settings.value(Setting.KAFKA_PORT))
                .hasMessageStartingWith("environment TRACEMEND_KAFKA_PORT: kafka-port is \"no\"");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("tracemend.yml"), "a: [1\n");
        SettingsConfig settings = new SettingsConfig(Map.of(), List.of(file));

        assertThatThrownBy(() -> settings.value(Setting.PORT))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 2");
    }
}
