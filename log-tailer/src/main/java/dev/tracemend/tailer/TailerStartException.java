package dev.tracemend.tailer;

/** The tailer cannot start; final, and the message names the path and the remedy. */
public final class TailerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the tailer and its sources. */
    public TailerStartException(String message) {
        super(message);
    }
}
