package dev.tracemend.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where state lives: {@code --data}, else {@code tracemend} under the user's data folder (XDG). */
final class DataFolder {
    private DataFolder() {}

    static Path of(String flag, Map<String, String> environment, String purpose) {
        Path root = flag.isEmpty() ? root(environment) : Path.of(flag).toAbsolutePath();
        Path folder = flag.isEmpty() ? root.resolve(purpose) : root;
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw CommandFailure.configuration(
                    "the data folder " + folder + " cannot be made (" + e + "); name another with --data");
        }
    }

    /** The folder for what all commands of this user share. */
    static Path root(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return base.resolve("tracemend").toAbsolutePath();
    }
}
