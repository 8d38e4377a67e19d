package dev.tracemend.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every setting, its value, and where the value came from. */
@Command(
        name = "config",
        description = "Prints every setting, its value and where it came from.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ConfigCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    /** A line of the listing. */
    record SettingLine(String key, String value, String from, String meaning) {}

    @Override
    public Integer call() {
        for (Setting setting : Setting.values()) {
            SettingsConfig.Origin origin = settings.value(setting);
            SettingLine line = new SettingLine(setting.key(), origin.value(), origin.from(), setting.meaning());
            print(line);
        }
        for (EnvironmentVariable variable : EnvironmentVariable.values()) {
            SettingsConfig.Origin origin = variable.in(settings.environment());
            print(new SettingLine(variable.name(), origin.value(), origin.from(), variable.meaning()));
        }
        return ExitCode.DONE.code();
    }

    private void print(SettingLine line) {
        spec.commandLine().getOut().println(json ? JsonLines.one(line) : text(line));
    }

    private static String text(SettingLine line) {
        String value = line.value().isEmpty() ? "-" : line.value();
        return String.format(Locale.ROOT, "%-18s %-26s %-32s %s", line.key(), value, line.from(), line.meaning());
    }
}
