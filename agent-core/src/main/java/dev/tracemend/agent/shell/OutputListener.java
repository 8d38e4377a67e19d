package dev.tracemend.agent.shell;

/** Hears a command's output while it runs; called by the thread that reads the shell, so it must be quick. */
@FunctionalInterface
public interface OutputListener {
    /** Hears nothing. */
    OutputListener NONE = text -> {};

    /** The next piece of output; characters are whole even when their bytes came in two pieces. */
    void heard(String text);
}
