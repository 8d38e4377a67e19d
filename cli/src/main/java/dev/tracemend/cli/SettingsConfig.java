package dev.tracemend.cli;

import dev.tracemend.worker.policy.UnknownKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where a setting comes from when no flag gives it: the environment, then {@code ./tracemend.yml}, then {@code
 * ~/.config/tracemend/config.yml}, then the default. A file with an unknown key is refused with a suggestion.
 */
final class SettingsConfig implements IDefaultValueProvider {
    private final Map<String, String> environment;
    private final List<Path> files;
    private final Map<Path, Map<String, String>> contents = new LinkedHashMap<>();

    SettingsConfig(Map<String, String> environment, List<Path> files) {
        this.environment = Map.copyOf(environment);
        this.files = List.copyOf(files);
    }

    static SettingsConfig ofThisProcess() {
        return new SettingsConfig(
                System.getenv(),
                List.of(
                        Path.of("tracemend.yml"),
                        Path.of(System.getProperty("user.home"), ".config", "tracemend", "config.yml")));
    }

    Map<String, String> environment() {
        return environment;
    }

    /** A setting's value and a word for where it came from. */
    record Origin(String value, String from) {}

    Origin value(Setting setting) {
        for (String variable : setting.variables()) {
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                return checked(setting, new Origin(value, "environment " + variable));
            }
        }
        for (Path file : files) {
            String value = keys(file).get(setting.key());
            if (value != null) {
                return checked(setting, new Origin(value, file.toString()));
            }
        }
        return new Origin(setting.otherwise(), "default");
    }

    /** The parser would name the flag, which nobody typed; this names the place the value stands in. */
    private static Origin checked(Setting setting, Origin origin) {
        boolean port = setting == Setting.PORT || setting == Setting.KAFKA_PORT;
        if (port && !origin.value().matches("\\d{1,5}")) {
            throw new CommandFailure(
                    ExitCode.CONFIGURATION,
                    origin.from() + ": " + setting.key() + " is \"" + origin.value()
                            + "\"; a port is a number from 1 to 65535, for example " + setting.otherwise());
        }
        return origin;
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        String name = arg instanceof OptionSpec option ? option.longestName().replaceFirst("^--", "") : "";
        return Setting.of(name).map(setting -> value(setting).value()).orElse(arg.defaultValue());
    }

    private Map<String, String> keys(Path file) {
        return contents.computeIfAbsent(file, SettingsConfig::read);
    }

    private static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        YamlFile.map(file).forEach((key, value) -> values.put(known(file, String.valueOf(key)), String.valueOf(value)));
        return values;
    }

    private static String known(Path file, String key) {
        if (Setting.of(key).isPresent()) {
            return key;
        }
        List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
        throw CommandFailure.configuration(
                UnknownKey.said(file.toString(), key, known, "`tracemend config` lists all keys"));
    }
}
