package dev.tracemend.cli.shell;

import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.ShellResult;
import dev.tracemend.agent.shell.ShellSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

/** A session for a person: each line is a command, its output is printed as it comes, {@code exit} leaves. */
public final class PlainLoop {
    private final ShellSession session;
    private final PrintWriter out;
    private final PrintWriter notes;

    /** A loop that prints what commands print to {@code out} and what is to be said about them to {@code notes}. */
    public PlainLoop(ShellSession session, PrintWriter out, PrintWriter notes) {
        this.session = session;
        this.out = out;
        this.notes = notes;
    }

    /** Runs until the input ends or a command ends the shell. */
    public void run(BufferedReader in, RunLimits limits) throws IOException {
        tell("sandbox: " + session.isolation().sandbox().word());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            ShellResult result = session.run(line, limits, this::print);
            if (result.timedOut()) {
                tell("ended after " + limits.timeout().toSeconds() + " s");
            } else if (result.exitCode() != 0 && !result.sessionEnded()) {
                tell("exit " + result.exitCode());
            }
            if (result.sessionEnded()) {
                return;
            }
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    private void tell(String note) {
        notes.println("[" + note + "]");
        notes.flush();
    }
}
