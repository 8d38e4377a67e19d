package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.TimeWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * A window that still counts. Times are milliseconds since the epoch.
 *
 * @param from source's time at the first error of this emission; the longest time is counted from here
 * @param count errors since the last emission
 * @param total errors since the window opened
 * @param firstSeen earliest own time of an error since the last emission
 * @param lastSeen latest own time of an error
 * @param sample the first error, or the last one that was told whole
 * @param after the lines that followed the sample, once they are known
 * @param afterKnown whether the sample's source has told all of them
 * @param samples ids of the first errors
 * @param busy sources in this window that are not quiet yet
 * @param hosts where the errors were written
 * @param truncated whether an id was left out
 * @param fresh whether the cause was not known when the window opened
 */
record OpenWindow(
        long from,
        long count,
        long total,
        long firstSeen,
        long lastSeen,
        ErrorSeen sample,
        List<String> after,
        boolean afterKnown,
        List<String> samples,
        List<String> busy,
        List<String> hosts,
        boolean truncated,
        boolean fresh) {
    private static final int MOST_SAMPLES = 20;
    /** Sources beyond these are counted, but the window does not wait for them. */
    private static final int MOST_SOURCES = 64;

    private static final int MOST_HOSTS = 20;

    OpenWindow {
        after = List.copyOf(after);
        samples = List.copyOf(samples);
        busy = List.copyOf(busy);
        hosts = List.copyOf(hosts);
    }

    static OpenWindow of(ErrorSeen first, boolean fresh) {
        return new OpenWindow(
                first.time(),
                1,
                1,
                first.ts(),
                first.ts(),
                first,
                List.of(),
                false,
                first.lineId().isEmpty() ? List.of() : List.of(first.lineId()),
                List.of(first.source()),
                first.host().isEmpty() ? List.of() : List.of(first.host()),
                first.truncated(),
                fresh);
    }

    /** What goes on after this window was told at its longest time, with the error that came then. */
    OpenWindow next(ErrorSeen error) {
        OpenWindow next = of(error, false);
        if (!error.brief()) {
            return next;
        }
        return new OpenWindow(
                next.from,
                1,
                1,
                next.firstSeen,
                next.lastSeen,
                sample,
                after,
                afterKnown,
                next.samples,
                next.busy,
                next.hosts,
                sample.truncated(),
                false);
    }

    /** This window, told early; it goes on and counts what comes. */
    OpenWindow told() {
        return new OpenWindow(
                from,
                0,
                total,
                lastSeen,
                lastSeen,
                sample,
                after,
                afterKnown,
                List.of(),
                busy,
                hosts,
                truncated,
                false);
    }

    OpenWindow counted(ErrorSeen error) {
        boolean named = !error.lineId().isEmpty();
        boolean room = samples.size() < MOST_SAMPLES;
        return new OpenWindow(
                from,
                count + 1,
                total + 1,
                count == 0 ? error.ts() : Math.min(firstSeen, error.ts()),
                Math.max(lastSeen, error.ts()),
                sample,
                after,
                afterKnown,
                named && room ? plus(samples, error.lineId(), MOST_SAMPLES) : samples,
                plus(busy, error.source(), MOST_SOURCES),
                error.host().isEmpty() ? hosts : plus(hosts, error.host(), MOST_HOSTS),
                truncated || (named && !room),
                fresh);
    }

    /** What the sample's source says of this cause tells more of what followed the sample, until it tells another whole. */
    OpenWindow informed(CauseEvent event) {
        if (afterKnown || !event.source().equals(sample.source())) {
            return this;
        }
        boolean last = event instanceof SourceQuiet || (event instanceof ErrorSeen error && !error.brief());
        return new OpenWindow(
                from,
                count,
                total,
                firstSeen,
                lastSeen,
                sample,
                event.after().size() > after.size() ? event.after() : after,
                last,
                samples,
                busy,
                hosts,
                truncated,
                fresh);
    }

    OpenWindow quieted(String source) {
        List<String> rest = busy.stream().filter(s -> !s.equals(source)).toList();
        return new OpenWindow(
                from,
                count,
                total,
                firstSeen,
                lastSeen,
                sample,
                after,
                afterKnown,
                samples,
                rest,
                hosts,
                truncated,
                fresh);
    }

    /** The context, once this window is told at {@code now}. */
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
                now / 1000.0,
                hosts,
                fresh);
    }

    private static List<String> plus(List<String> list, String more, int most) {
        if (list.contains(more) || list.size() >= most) {
            return list;
        }
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
