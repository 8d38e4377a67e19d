package dev.tracemend.streams.window;

import java.util.ArrayList;
import java.util.List;

/** An event that has not ended, with the lines around it; most turn out to be no error, and nobody looks at these. */
final class OpenedEvent {
    private final StartedEvent start;
    private final AroundLine[] before;
    /** Lines of other events since it began. */
    private final List<AroundLine> passed = new ArrayList<>(0);

    private boolean followed;

    /** Began behind these lines. */
    OpenedEvent(StartedEvent start, AroundLine[] before) {
        this.start = start;
        this.before = before;
        start.passed().forEach(line -> passed.add(AroundLine.ready(line)));
        this.followed = start.followed();
    }

    /** What was known when it began. */
    StartedEvent start() {
        return start;
    }

    /** Another error begins. */
    void endFollowing() {
        followed = false;
    }

    boolean isFollowed() {
        return followed;
    }

    /** A line of another event. */
    void follow(AroundLine line, int most) {
        passed.add(line);
        followed = passed.size() < most;
    }

    /** All that is known of it, to be kept or told. */
    StartedEvent started() {
        List<String> lines = new ArrayList<>(start.before());
        for (AroundLine each : before) {
            lines.add(each.shown());
        }
        List<String> fitting =
                EventLines.following(passed.stream().map(AroundLine::shown).toList());
        return new StartedEvent(
                start.number(),
                start.line(),
                start.ts(),
                start.time(),
                start.masked(),
                EventLines.nearest(lines),
                fitting,
                followed && fitting.size() == passed.size());
    }
}
