package dev.tracemend.cli;

/** A command cannot go on; the message names the place and the remedy and is all that the user sees. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ExitCode exit;

    CommandFailure(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** Something is configured wrongly: exit code 3. */
    public static CommandFailure configuration(String message) {
        return new CommandFailure(ExitCode.CONFIGURATION, message);
    }

    /** Something cannot be reached: exit code 4. */
    public static CommandFailure unreachable(String message) {
        return new CommandFailure(ExitCode.UNREACHABLE, message);
    }

    /** Any other failure: exit code 1. */
    public static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    int exitCode() {
        return exit.code();
    }
}
