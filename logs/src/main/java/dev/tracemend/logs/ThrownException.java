package dev.tracemend.logs;

import java.util.List;

/** One exception of a chain: full type, message (may be empty or of several lines), frames innermost first. */
public record ThrownException(String type, String message, List<StackFrame> frames) {

    /** Copies the frames. */
    public ThrownException {
        frames = List.copyOf(frames);
    }

    /** The type without its package. */
    public String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
