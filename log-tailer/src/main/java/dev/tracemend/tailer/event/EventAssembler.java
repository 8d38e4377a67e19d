package dev.tracemend.tailer.event;

import dev.tracemend.logs.EventJoiner;
import java.util.Optional;

/** Joins the lines of one source into events and keeps track of where each began and ended. Not thread-safe. */
public final class EventAssembler {
    private final EventJoiner joiner = new EventJoiner();
    private long start;
    private long end;
    private long touched;

    /** Adds a line; the event before it, when this line starts another. {@code now}: milliseconds of any steady clock. */
    public Optional<LogEvent> add(String line, long lineStart, long lineEnd, long now) {
        boolean wasOpen = joiner.isOpen();
        Optional<LogEvent> complete = joiner.add(line).map(text -> new LogEvent(text, start, end));
        if (complete.isPresent() || !wasOpen) {
            start = lineStart;
        }
        end = lineEnd;
        touched = now;
        return complete;
    }

    /** The open event, when no line came for so many milliseconds. */
    public Optional<LogEvent> flushIfIdle(long now, long millis) {
        return joiner.isOpen() && now - touched >= millis ? flush() : Optional.empty();
    }

    /** The open event, if there is one. */
    public Optional<LogEvent> flush() {
        return joiner.flush().map(text -> new LogEvent(text, start, end));
    }
}
