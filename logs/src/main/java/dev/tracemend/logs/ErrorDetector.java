package dev.tracemend.logs;

/** Decides whether an event is worth a person's time. */
public final class ErrorDetector {
    private ErrorDetector() {}

    /** Whether the event is an error. */
    public static boolean isError(LineFacts facts, StackTrace trace, String event) {
        return !why(facts, trace, event).isEmpty();
    }

    /** Why the event is an error, for a person; empty if it is none. */
    public static String why(LineFacts facts, StackTrace trace, String event) {
        if (facts.level().compareTo(Level.ERROR) >= 0) {
            return "level " + facts.level();
        }
        boolean quiet = facts.level() != Level.WARN && facts.level() != Level.UNKNOWN;
        return trace.isEmpty() || quiet ? "" : "a stack trace";
    }
}
