package dev.tracemend.logs;

import java.util.Optional;

/**
 * Decides whether an event is worth a person's time: by its level, by a stack trace where the level does not say that
 * all is well, or by a phrase that only failures write; never by a bare keyword.
 */
public final class ErrorDetector {
    private ErrorDetector() {}

    /** Whether the event is an error; {@code facts} and {@code trace} are those of {@code event}. */
    public static boolean isError(LineFacts facts, StackTrace trace, String event) {
        return !why(facts, trace, event).isEmpty();
    }

    /** Why the event is an error, for a person; empty if it is none. */
    public static String why(LineFacts facts, StackTrace trace, String event) {
        Level level = facts.level();
        if (level.compareTo(Level.ERROR) >= 0) {
            return "level " + level;
        }
        boolean allIsWell = level != Level.WARN && level != Level.UNKNOWN;
        if (allIsWell) {
            return "";
        }
        String at = level == Level.WARN ? " at level WARN" : "";
        if (!trace.isEmpty()) {
            return "a stack trace of " + trace.root().simpleType() + at;
        }
        Optional<String> phrase = FailurePhrase.in(event);
        return phrase.map(text -> "the words \"" + text + "\"" + at).orElse("");
    }
}
