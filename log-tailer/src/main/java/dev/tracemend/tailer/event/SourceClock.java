package dev.tracemend.tailer.event;

import dev.tracemend.logs.LineJoiner;

/**
 * When the events of one file happened. One that names no time happened as long before it was read as the last one that did:
 * in a file that is caught up with, beside its neighbours and not now; in one that is followed, now.
 */
public final class SourceClock {
    private long lag;

    /** Event time in milliseconds since the epoch, of what the event names (or {@link LineJoiner#NO_TIME}) and its reading. */
    public long time(long named, long readAt) {
        if (named == LineJoiner.NO_TIME) {
            return readAt - lag;
        }
        lag = readAt - named;
        return named;
    }
}
