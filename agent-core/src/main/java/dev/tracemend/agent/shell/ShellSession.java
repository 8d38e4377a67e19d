package dev.tracemend.agent.shell;

/**
 * A shell that keeps its directory, variables and functions between commands. One command runs at a time; {@link
 * #interrupt()} and {@link #close()} may be called from any thread meanwhile.
 */
public interface ShellSession extends AutoCloseable {
    /**
     * Runs a command, one line or many, to its end; its input is empty.
     *
     * @throws ShellException if the session is closed or busy, or the command cannot be handed to a shell
     */
    ShellResult run(String command, RunLimits limits, OutputListener listener);

    /** Runs a command with the default limits. */
    default ShellResult run(String command) {
        return run(command, RunLimits.defaults(), OutputListener.NONE);
    }

    /** Ends the command under way and every process it started; whether there was one. */
    boolean interrupt();

    /** What confines this session. */
    Isolation isolation();

    /** Ends the shell and every process of the session, also those in the background. */
    @Override
    void close();
}
