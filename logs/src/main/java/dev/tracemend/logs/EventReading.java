package dev.tracemend.logs;

/**
 * All that is understood of one event.
 *
 * @param fingerprint the cause, empty where the event is no error
 * @param rule the grouping rule that decided, as its file has it; empty where none did
 */
public record EventReading(LineFacts facts, StackTrace trace, ErrorVerdict verdict, String fingerprint, String rule) {

    /** Whether it is worth a person's time. */
    public boolean isError() {
        return verdict.isError();
    }
}
