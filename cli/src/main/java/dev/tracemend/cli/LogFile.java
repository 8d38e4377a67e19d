package dev.tracemend.cli;

import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Where the program's own log goes: {@code tracemend.log} in the data folder; the terminal sees only what is lost. */
final class LogFile {
    private LogFile() {}

    static void use(Path folder) {
        System.setProperty("tracemend.log", folder.resolve("tracemend.log").toString());
        Configurator.reconfigure();
    }
}
