package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * A window that still counts. Times are milliseconds since the epoch.
 *
 * @param from source's time at the first error of this emission; the longest time is counted from here
 * @param firstSeen earliest own time of an error
 * @param lastSeen latest own time of an error
 * @param sample the first error
 * @param after the lines that followed the sample, once they are known
 * @param afterKnown whether the sample's source has told them
 * @param samples ids of the first errors
 * @param busy sources in this window that are not quiet yet
 * @param truncated whether an id was left out
 */
record OpenWindow(
        long from,
        long count,
        long firstSeen,
        long lastSeen,
        ErrorSeen sample,
        List<String> after,
        boolean afterKnown,
        List<String> samples,
        List<String> busy,
        boolean truncated) {
    private static final int MOST_SAMPLES = 20;
    /** Sources beyond these are counted, but the window does not wait for them. */
    private static final int MOST_SOURCES = 64;

    OpenWindow {
        after = List.copyOf(after);
        samples = List.copyOf(samples);
        busy = List.copyOf(busy);
    }

    static OpenWindow of(ErrorSeen first) {
        List<String> ids = first.lineId().isEmpty() ? List.of() : List.of(first.lineId());
        return new OpenWindow(
                first.time(),
                1,
                first.ts(),
                first.ts(),
                first,
                List.of(),
                false,
                ids,
                List.of(first.source()),
                first.truncated());
    }

    OpenWindow counted(ErrorSeen error) {
        boolean named = !error.lineId().isEmpty();
        boolean room = samples.size() < MOST_SAMPLES;
        List<String> sources =
                busy.contains(error.source()) || busy.size() >= MOST_SOURCES ? busy : plus(busy, error.source());
        return new OpenWindow(
                from,
                count + 1,
                Math.min(firstSeen, error.ts()),
                Math.max(lastSeen, error.ts()),
                sample,
                after,
                afterKnown,
                named && room ? plus(samples, error.lineId()) : samples,
                sources,
                truncated || (named && !room));
    }

    /** The next thing that the sample's source says of this cause tells what followed the sample. */
    OpenWindow informed(CauseEvent event) {
        if (afterKnown || !event.source().equals(sample.source())) {
            return this;
        }
        return new OpenWindow(from, count, firstSeen, lastSeen, sample, event.after(), true, samples, busy, truncated);
    }

    OpenWindow quieted(String source) {
        List<String> rest = busy.stream().filter(s -> !s.equals(source)).toList();
        return new OpenWindow(from, count, firstSeen, lastSeen, sample, after, afterKnown, samples, rest, truncated);
    }

    /** The context, once this window closes at {@code now}. */
    ErrorContext context(String id, long start, int emission, long now) {
        List<String> ctx = new ArrayList<>(sample.before());
        ctx.addAll(sample.lines());
        ctx.addAll(after);
        return new ErrorContext(
                1,
                id,
                sample.topic(),
                emission,
                sample.fingerprint(),
                sample.title(),
                sample.service(),
                sample.language(),
                sample.exceptions(),
                count,
                firstSeen / 1000.0,
                lastSeen / 1000.0,
                new TimeWindow(start / 1000.0, lastSeen / 1000.0),
                ctx,
                samples,
                sample.redactions(),
                truncated,
                now / 1000.0);
    }

    private static List<String> plus(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
