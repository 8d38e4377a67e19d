package dev.tracemend.agent.judge;

/** The thread was interrupted: somebody wants the work to end. What was begun is cleaned up; nothing was changed. */
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the work was stopped. */
    public StoppedException() {
        super("stopped");
    }

    /** Ends the work where the thread was interrupted; the thread stays interrupted. */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoppedException();
        }
    }
}
