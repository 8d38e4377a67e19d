package dev.tracemend.agent.shell;

/** A session cannot be opened or used; the message names the place and the remedy. */
public final class ShellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** The sandbox asked for cannot run here. */
        SANDBOX_UNAVAILABLE,
        /** Another command of the session is under way. */
        BUSY,
        /** The session was closed. */
        CLOSED,
        /** The command cannot be run at all, e.g. it holds a NUL. */
        BAD_COMMAND
    }

    ShellException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
