package dev.tracemend.agent.tool;

/** A tool could not do it; the message tells the model why and what to do instead. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    /** The whole message, without the tool's name. */
    public ToolException(String message) {
        super(message);
    }
}
