package dev.tracemend.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What each setting of {@code tail} is and where that comes from: the flag, then the environment, then the file of {@code
 * --config}, then {@code tracemend.yml} for the settings that all commands share, then the default.
 */
final class TailValues {
    private static final String CONFIG = "--config";
    private static final String CONFIG_VARIABLE = "TRACEMEND_TAIL_CONFIG";

    private final Map<TailSetting, List<String>> flags;
    private final SettingsConfig settings;
    private final String fileName;
    private final Map<TailSetting, List<String>> file;

    private TailValues(Map<TailSetting, List<String>> flags, SettingsConfig settings, String fileName) {
        this.flags = flags;
        this.settings = settings;
        this.fileName = fileName;
        this.file = fileName.isBlank() ? Map.of() : TailFile.read(Path.of(fileName));
    }

    /** A setting's values and a word for where they came from. */
    record Given(List<String> values, String from) {
        /** The value of a setting that has one at most; empty for none. */
        String one() {
            return values.isEmpty() ? "" : values.get(values.size() - 1);
        }
    }

    /** Adds the flags to a command. */
    static void declare(CommandSpec command) {
        for (TailSetting setting : TailSetting.values()) {
            OptionSpec.Builder option = OptionSpec.builder("--" + setting.key()).description(described(setting));
            switch (setting.form()) {
                case SWITCH -> option.type(boolean.class).arity("0");
                case MANY ->
                    option.type(List.class).auxiliaryTypes(String.class).arity("1");
                case ONE -> option.type(String.class).arity("1");
            }
            if (setting.form() != TailSetting.Form.SWITCH) {
                option.paramLabel(setting.label());
            }
            command.addOption(option.build());
        }
        command.addOption(OptionSpec.builder(CONFIG)
                .type(String.class)
                .arity("1")
                .paramLabel("FILE")
                .description("YAML with the same keys; flags and the environment win")
                .build());
    }

    private static String described(TailSetting setting) {
        boolean said = setting.otherwise().isEmpty() || setting.form() == TailSetting.Form.SWITCH;
        return said ? setting.meaning() : setting.meaning() + " (default: " + setting.otherwise() + ")";
    }

    /** Of a parsed command line; {@code positional} counts as --logs. */
    static TailValues of(ParseResult parsed, List<String> positional, SettingsConfig settings) {
        Map<TailSetting, List<String>> flags = new EnumMap<>(TailSetting.class);
        for (TailSetting setting : TailSetting.values()) {
            if (parsed.hasMatchedOption("--" + setting.key())) {
                OptionSpec option = parsed.matchedOption("--" + setting.key());
                flags.put(setting, setting.form() == TailSetting.Form.SWITCH ? List.of("true") : option.stringValues());
            }
        }
        if (!positional.isEmpty()) {
            flags.merge(TailSetting.LOGS, positional, (named, more) -> java.util.stream.Stream.concat(
                            named.stream(), more.stream())
                    .toList());
        }
        String named = parsed.hasMatchedOption(CONFIG)
                ? parsed.matchedOption(CONFIG).stringValues().get(0)
                : settings.environment().getOrDefault(CONFIG_VARIABLE, "");
        return new TailValues(flags, settings, named);
    }

    Given given(TailSetting setting) {
        List<String> flag = flags.get(setting);
        if (flag != null) {
            return new Given(flag, "--" + setting.key());
        }
        for (String variable : setting.variables()) {
            String value = settings.environment().get(variable);
            if (value != null && !value.isBlank()) {
                return new Given(List.of(value), "environment " + variable);
            }
        }
        List<String> kept = file.get(setting);
        if (kept != null) {
            return new Given(kept, fileName + ": " + setting.key());
        }
        return shared(setting)
                .orElseGet(() ->
                        new Given(setting.otherwise().isEmpty() ? List.of() : List.of(setting.otherwise()), "default"));
    }

    /** The general settings file may name the topic, the logs and the broker for every command. */
    private Optional<Given> shared(TailSetting setting) {
        return Setting.of(setting.key())
                .map(settings::value)
                .filter(origin ->
                        !origin.from().equals("default") && !origin.value().isBlank())
                .map(origin -> new Given(List.of(origin.value()), origin.from() + ": " + setting.key()));
    }

    String one(TailSetting setting) {
        return given(setting).one();
    }

    boolean is(TailSetting setting) {
        Given given = given(setting);
        return switch (given.one()) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw refused(given, "true or false");
        };
    }

    /** A whole number within bounds; the refusal names the place it stands in. */
    int number(TailSetting setting, int least, int most) {
        Given given = given(setting);
        try {
            int number = Integer.parseInt(given.one());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(given, "a number from " + least + " to " + most);
        }
        throw refused(given, "a number from " + least + " to " + most);
    }

    static CommandFailure refused(Given given, String expected) {
        return CommandFailure.configuration(
                given.from() + " \"" + given.one() + "\" is not usable: expected " + expected);
    }
}
