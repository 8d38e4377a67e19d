package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import java.util.List;

/**
 * What is known of an event since it began and until it ends.
 *
 * @param number of its first line
 * @param line the record of its first line, without the text
 * @param ts the event's own time, milliseconds since the epoch
 * @param time the source's event time when it began, at least {@code ts}
 * @param masked whether secrets were masked by who sent it
 * @param before lines before it
 * @param passed lines that came since and are not of it, up to the next error
 * @param followed whether more of these are awaited
 */
record StartedEvent(
        long number,
        LogLine line,
        long ts,
        long time,
        boolean masked,
        List<String> before,
        List<String> passed,
        boolean followed) {

    StartedEvent {
        before = List.copyOf(before);
        passed = List.copyOf(passed);
    }
}
