package dev.tracemend.tailer.event;

import dev.tracemend.logs.ByteScan;
import dev.tracemend.logs.LineJoiner;

/**
 * When the events of one file happened. One that names no time happened as long before it was read as the last one that did:
 * in a file that is caught up with, beside its neighbours and not now; in one that is followed, now. Before the first one
 * that names a time that one is looked for ahead. Not thread-safe.
 */
public final class SourceClock {
    private long lag;

    /** What is about to be read, as far as it is at hand: the first whole line that names a time speaks for those before it. */
    public void ahead(byte[] bytes, int from, int to, long readAt) {
        LineJoiner line = new LineJoiner();
        int start = from;
        for (int end = ByteScan.indexOf(bytes, start, to, '\n');
                end >= 0;
                end = ByteScan.indexOf(bytes, start, to, '\n')) {
            line.append(bytes, start, end);
            long named = line.time();
            line.clear();
            if (named != LineJoiner.NO_TIME) {
                lag = readAt - named;
                return;
            }
            start = end + 1;
        }
    }

    /** Event time in milliseconds since the epoch, of what the event names (or {@link LineJoiner#NO_TIME}) and its reading. */
    public long time(long named, long readAt) {
        if (named == LineJoiner.NO_TIME) {
            return readAt - lag;
        }
        lag = readAt - named;
        return named;
    }
}
