package dev.tracemend.cli.stack;

import java.nio.file.Path;

/** Where tracemend is installed; the launcher passes it as {@code -Dtracemend.home}. */
public final class Home {
    private Home() {}

    /** The folder. */
    public static Path path() {
        return Path.of(System.getProperty("tracemend.home", "")).toAbsolutePath();
    }
}
