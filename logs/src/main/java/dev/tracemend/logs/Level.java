package dev.tracemend.logs;

/** Severity of a line, weakest first; {@link #UNKNOWN} where the line names none. */
public enum Level {
    UNKNOWN,
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    FATAL
}
