package dev.tracemend.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A command run in this process, with what it printed. */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Tracemend.commandLine(new SettingsConfig(Map.of(), List.of()));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments);
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
