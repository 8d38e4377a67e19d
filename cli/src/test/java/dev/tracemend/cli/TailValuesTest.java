package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.logs.OwnPattern;
import dev.tracemend.logs.RedactionConfig;
import dev.tracemend.tailer.TailerConfig;
import dev.tracemend.tailer.source.ReadConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TailValuesTest {
    @TempDir
    private Path folder;

    @Test
    void everyKeyAndDefaultIsPinned() {
        Map<String, String> defaults = new LinkedHashMap<>();
        Arrays.stream(TailSetting.values()).forEach(s -> defaults.put(s.key(), s.otherwise()));
        assertThat(defaults)
                .isEqualTo(Map.ofEntries(
                        Map.entry("topic", "app"),
                        Map.entry("logs", ""),
                        Map.entry("map", ""),
                        Map.entry("discover", ""),
                        Map.entry("from", "saved"),
                        Map.entry("until-caught-up", "false"),
                        Map.entry("bootstrap", "localhost:29092"),
                        Map.entry("state", ""),
                        Map.entry("kafka-topic", ""),
                        Map.entry("client-id", ""),
                        Map.entry("encoding", "UTF-8"),
                        Map.entry("max-line", "262144"),
                        Map.entry("no-redact", "false"),
                        Map.entry("redact-email", "false"),
                        Map.entry("redact-iban", "false"),
                        Map.entry("redact-pattern", ""),
                        Map.entry("compression", "lz4"),
                        Map.entry("transactional", "false"),
                        Map.entry("client-config", ""),
                        Map.entry("header", ""),
                        Map.entry("metrics-port", ""),
                        Map.entry("metrics-host", "127.0.0.1"),
                        Map.entry("status-file", ""),
                        Map.entry("json", "false"),
                        Map.entry("dry-run", "false")));
    }

    @Test
    void withoutAnythingSaidTheTailersOwnDefaultsHold() {
        TailerConfig config = TailPlan.config(values(Map.of()), folder);
        assertThat(config).isEqualTo(TailerConfig.of("localhost:29092", "app", List.of(), folder));
    }

    @Test
    void theFlagBeatsTheEnvironmentThatTheFileThatTheDefault() throws IOException {
        Path file = file("from: end\ntopic: fromfile\nclient-id: fromfile\nmax-line: 1000\n");
        Map<String, String> environment = Map.of(
                "TRACEMEND_TAIL_FROM", "start",
                "KAFKA_CLIENT_ID", "fromenv",
                "TRACEMEND_TAIL_CONFIG", file.toString());
        TailValues values = values(environment, "--from", "saved");

        assertThat(values.given(TailSetting.FROM)).isEqualTo(new TailValues.Given(List.of("saved"), "--from"));
        assertThat(values.given(TailSetting.CLIENT_ID))
                .isEqualTo(new TailValues.Given(List.of("fromenv"), "environment KAFKA_CLIENT_ID"));
        assertThat(values.given(TailSetting.TOPIC))
                .isEqualTo(new TailValues.Given(List.of("fromfile"), file + ": topic"));
        assertThat(values.given(TailSetting.COMPRESSION)).isEqualTo(new TailValues.Given(List.of("lz4"), "default"));
        assertThat(values.number(TailSetting.MAX_LINE, 1, 2_000)).isEqualTo(1_000);
    }

    @Test
    void theNamesThatOthersUseComeFirst() {
        Map<String, String> both = Map.of("KAFKA_BOOTSTRAP_SERVERS", "a:1", "KAFKA_BOOTSTRAP", "b:1");
        assertThat(values(both).one(TailSetting.BOOTSTRAP)).isEqualTo("a:1");
        assertThat(values(Map.of("KAFKA_BOOTSTRAP", "b:1")).one(TailSetting.BOOTSTRAP))
                .isEqualTo("b:1");
        assertThat(values(Map.of("TRACEMEND_TAIL_BOOTSTRAP", "c:1")).one(TailSetting.BOOTSTRAP))
                .isEqualTo("c:1");
    }

    @Test
    void filesMayBePositionalOrNamed() {
        TailValues values = values(Map.of(), "a.log", "--logs", "b.log", "c.log", "--logs", "d.log");
        assertThat(values.given(TailSetting.LOGS).values()).containsExactly("b.log", "d.log", "a.log", "c.log");
    }

    @Test
    void aFileMayListWhatMayBeGivenSeveralTimes() throws IOException {
        Path file = file("logs: [a.log, '-']\nmap:\n  '/var/log/shop/*.log': shop\n  '/x=y/*.log': web\n"
                + "until-caught-up: true\nencoding: latin1\n");
        ReadConfig reading = TailPlan.config(values(Map.of(), "--config", file.toString()), folder)
                .reading();

        assertThat(values(Map.of(), "--config", file.toString())
                        .given(TailSetting.LOGS)
                        .values())
                .containsExactly("a.log", "-");
        assertThat(reading.maps())
                .containsExactly(
                        new ReadConfig.TopicGlob("/var/log/shop/*.log", "shop"),
                        new ReadConfig.TopicGlob("/x=y/*.log", "web"));
        assertThat(reading.untilCaughtUp()).isTrue();
        assertThat(reading.encoding()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anUnknownKeyIsRefusedWithASuggestion() throws IOException {
        Path file = file("fron: end\n");
        refused("fron\"; did you mean \"from\"", "--config", file.toString());
    }

    @Test
    void whatCannotBeIsRefusedWhereItStands() throws IOException {
        refused("--from \"ende\" is not usable: expected start, end or saved", "--from", "ende");
        refused("--compression \"rar\"", "--compression", "rar");
        refused("--encoding \"klingon\"", "--encoding", "klingon");
        refused("--max-line \"1\" is not usable: expected a number from 256", "--max-line", "1");
        refused("--map \"a.log\"", "--map", "a.log");
        refused("--topic \"A.B\"", "--map", "a.log=A.B");
        refused("--kafka-topic \"a b\"", "--kafka-topic", "a b");
        refused("no-such.properties", "--client-config", "no-such.properties");
        refused("no-such.yml", "--config", "no-such.yml");
        refused(": from holds no text", "--config", file("from: [a, b]\n").toString());
        refused(": expected lines", "--config", file("- a\n").toString());
        refused("line 2", "--config", file("a: [1\n").toString());
    }

    @Test
    void whatIsMaskedIsSaidByFlagsOrFile() throws IOException {
        Path file = file("redact-email: true\nredact-pattern:\n  customer: 'C-[0-9]{6}'\n");
        RedactionConfig redaction = TailPlan.config(values(Map.of(), "--config", file.toString()), folder)
                .redaction();
        assertThat(redaction)
                .isEqualTo(new RedactionConfig(true, true, false, List.of(new OwnPattern("customer", "C-[0-9]{6}"))));
        assertThat(TailPlan.config(values(Map.of(), "--no-redact"), folder)
                        .redaction()
                        .enabled())
                .isFalse();
        refused("--redact-pattern \"x\"", "--redact-pattern", "x");
    }

    @Test
    void theClientsPropertiesArePassedOn() throws IOException {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol = SSL \n# no\n");
        assertThat(TailPlan.config(values(Map.of(), "--client-config", file.toString()), folder)
                        .publishing()
                        .client())
                .isEqualTo(Map.of("security.protocol", "SSL"));
    }

    @Test
    void aDryRunShowsEverythingUnlessAPlaceIsAskedFor() {
        assertThat(TailPlan.config(values(Map.of(), "--dry-run"), folder)
                        .reading()
                        .from())
                .isEqualTo(ReadConfig.From.START);
        assertThat(TailPlan.config(values(Map.of(), "--dry-run", "--from", "saved"), folder)
                        .reading()
                        .from())
                .isEqualTo(ReadConfig.From.SAVED);
    }

    private void refused(String words, String... arguments) {
        assertThatThrownBy(() -> TailPlan.config(values(Map.of(), arguments), folder))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(words);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("tail.yml"), text);
    }

    private static TailValues values(Map<String, String> environment, String... arguments) {
        SettingsConfig settings = new SettingsConfig(environment, List.of());
        CommandLine line = Tracemend.commandLine(settings);
        String[] all = new String[arguments.length + 1];
        all[0] = "tail";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandLine.ParseResult parsed = line.parseArgs(all).subcommand();
        List<String> positional =
                parsed.hasMatchedPositional(0) ? parsed.matchedPositional(0).stringValues() : List.of();
        return TailValues.of(parsed, positional, settings);
    }
}
