package dev.tracemend.logs;

import java.util.Optional;

/** Joins the lines of one source into events: a line with the stack trace that follows it. Not for use by many threads. */
public final class EventJoiner {
    /** Lines of one event; what is longer is cut into several events. */
    public static final int MAX_LINES = 1_000;

    /** Characters of one event; a single longer line stays whole. */
    public static final int MAX_CHARS = 256 * 1024;

    private final int maxLines;
    private final int maxChars;
    private final StringBuilder event = new StringBuilder();
    private int lines;

    /** With {@link #MAX_LINES} and {@link #MAX_CHARS}. */
    public EventJoiner() {
        this(MAX_LINES, MAX_CHARS);
    }

    /** With own bounds, both at least 1. */
    public EventJoiner(int maxLines, int maxChars) {
        this.maxLines = Math.max(1, maxLines);
        this.maxChars = Math.max(1, maxChars);
    }

    /** Takes a line (without its line feed); returns the previous event once {@code line} starts a new one. */
    public Optional<String> add(String line) {
        Optional<String> done = Optional.empty();
        boolean fits = lines < maxLines && event.length() + line.length() < maxChars;
        if (lines > 0 && !(fits && continues(event, line))) {
            done = flush();
        }
        if (lines > 0) {
            event.append('\n');
        }
        event.append(line);
        lines++;
        return done;
    }

    /** The event under way, if any; the next line starts a new one. */
    public Optional<String> flush() {
        if (lines == 0) {
            return Optional.empty();
        }
        String done = event.toString();
        event.setLength(0);
        lines = 0;
        return Optional.of(done);
    }

    /** Whether an event is under way. */
    public boolean isOpen() {
        return lines > 0;
    }

    /** Whether {@code line} belongs to the event that {@code eventSoFar} holds. */
    public static boolean continues(CharSequence eventSoFar, String line) {
        return Continuation.test(eventSoFar, line);
    }
}
