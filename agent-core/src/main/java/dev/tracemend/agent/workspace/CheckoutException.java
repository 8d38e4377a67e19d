package dev.tracemend.agent.workspace;

/** A checkout or scratch worktree cannot be used; the message names the path and the remedy. Trying again does not help. */
public final class CheckoutException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with which path, and what to do. */
    public CheckoutException(String message) {
        super(message);
    }
}
