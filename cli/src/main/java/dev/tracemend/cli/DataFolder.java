package dev.tracemend.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where state lives: the folder that a flag names; else a folder for the purpose below the setting {@code data}, or below
 * {@code tracemend} in the user's data folder (XDG).
 */
final class DataFolder {
    private DataFolder() {}

    /** Makes the folder; {@code flag} is empty where no flag was given, or holds the setting's value. */
    static Path of(String flag, SettingsConfig settings, String purpose) {
        return of(flag, settings, purpose, "--data");
    }

    /** The same for a flag of another name. */
    static Path of(String flag, SettingsConfig settings, String purpose, String name) {
        Path folder = path(flag, settings, purpose);
        if (!purpose.equals(DemoFolder.PURPOSE) && DemoFolder.isOne(folder)) {
            throw CommandFailure.configuration(
                    folder + " is a demo's folder, which every demo empties; name another with " + name);
        }
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw CommandFailure.configuration(
                    "the data folder " + folder + " cannot be made (" + IoWords.of(e) + "); name another with " + name);
        }
    }

    /** The same folder, there or not. */
    static Path path(String flag, SettingsConfig settings, String purpose) {
        String kept = settings.value(Setting.DATA).value();
        boolean named = !flag.isEmpty() && !flag.equals(kept);
        Path root =
                kept.isEmpty() ? root(settings.environment()) : Path.of(kept).toAbsolutePath();
        return named ? Path.of(flag).toAbsolutePath() : root.resolve(purpose);
    }

    /** The folder for what all commands of this user share. */
    static Path root(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return base.resolve("tracemend").toAbsolutePath();
    }
}
