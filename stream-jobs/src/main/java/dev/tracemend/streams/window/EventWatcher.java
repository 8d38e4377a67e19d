package dev.tracemend.streams.window;

import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.JoinedEvent;

/** Is told of each event and of what was read in it; for people who want to know why, and for measuring. */
public interface EventWatcher {
    /** Does not watch. */
    EventWatcher NONE = (source, event, reading) -> {};

    /** An event, in the order in which they end; its lines are numbered from 1 within their source. */
    void read(String source, JoinedEvent event, EventReading reading);
}
