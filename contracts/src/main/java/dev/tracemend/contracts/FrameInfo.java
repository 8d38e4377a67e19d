package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One frame of a stack trace as it travels: class and method as the language spells them, file as the trace names it,
 * line 1-based or 0 where unknown.
 *
 * @param inApp whether this is the service's own code, not a library's
 */
public record FrameInfo(@JsonProperty("class") String className, String method, String file, int line, boolean inApp) {

    /** Replaces what is absent by the neutral value. */
    public FrameInfo {
        className = Absent.text(className);
        method = Absent.text(method);
        file = Absent.text(file);
    }
}
