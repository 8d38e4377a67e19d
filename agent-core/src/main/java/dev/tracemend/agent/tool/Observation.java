package dev.tracemend.agent.tool;

/**
 * What came of a call.
 *
 * @param text what the model is shown
 * @param outcome how the call ended
 */
public record Observation(String text, Outcome outcome) {

    /** How a call ended. */
    public enum Outcome {
        /** The tool did it. */
        DONE,
        /** There is no such tool, or its arguments do not fit; nothing ran. */
        INVALID,
        /** A person or the policy said no; nothing ran. */
        DENIED,
        /** The tool ran and failed. */
        FAILED
    }

    /** The tool did it. */
    public static Observation done(String text) {
        return new Observation(text, Outcome.DONE);
    }

    /** The tool ran and failed. */
    public static Observation failed(String text) {
        return new Observation(text, Outcome.FAILED);
    }

    /** Whether the tool did it. */
    public boolean ok() {
        return outcome == Outcome.DONE;
    }
}
