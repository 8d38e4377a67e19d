package dev.tracemend.streams.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest lines of one source as they may be shown, and those around each event that has not ended. */
final class LinesAround {
    private static final String KEY_START = "-----BEGIN ";
    private static final String KEY_END = "-----END ";
    private static final String KEY_LINE = "[redacted:private-key]";

    private final WindowRules rules;
    private final Deque<String> before;
    private final Map<Long, StartedEvent> started = new LinkedHashMap<>();
    private int bytes;
    private boolean withinKey;

    LinesAround(WindowRules rules, SourceState state) {
        this.rules = rules;
        before = new ArrayDeque<>(state.before());
        before.forEach(line -> bytes += EventLines.size(line));
        state.started().forEach(each -> started.put(each.number(), each));
        withinKey = state.withinKey();
    }

    List<String> before() {
        return List.copyOf(before);
    }

    List<StartedEvent> started() {
        return List.copyOf(started.values());
    }

    boolean isWithinKey() {
        return withinKey;
    }

    /** An event begins with the line that is added next; an error ends what follows those before it. */
    void start(StartedEvent event, boolean error) {
        if (error) {
            started.replaceAll((number, each) -> each.passing(each.passed(), false));
        }
        started.put(event.number(), event);
    }

    /** The source's time when the eldest event began that has not ended; else {@code now}. */
    long earliest(long now) {
        long earliest = now;
        for (StartedEvent each : started.values()) {
            earliest = Math.min(earliest, each.time());
        }
        return earliest;
    }

    /** What is known of an event that has ended. */
    StartedEvent end(long number) {
        StartedEvent event = started.remove(number);
        if (event == null) {
            throw new IllegalStateException("no event began with line " + number);
        }
        return event;
    }

    /** Adds a line of the event with this number and returns it as it may be shown; {@code masked} says it may as it is. */
    String add(String line, boolean masked, long owner) {
        String shown = EventLines.shown(masked ? line : masked(line));
        for (Map.Entry<Long, StartedEvent> each : started.entrySet()) {
            StartedEvent event = each.getValue();
            if (event.number() != owner && event.followed()) {
                List<String> more = EventLines.appended(event.passed(), shown);
                boolean room = more.size() > event.passed().size() && more.size() < rules.linesAfter();
                each.setValue(event.passing(more, room));
            }
        }
        before.addLast(shown);
        bytes += EventLines.size(shown);
        while (before.size() > rules.linesBefore() || bytes > EventLines.AROUND_BYTES) {
            bytes -= EventLines.size(before.removeFirst());
        }
        return shown;
    }

    /** A key's lines are masked as a whole; line by line they would not be known. */
    private String masked(String line) {
        boolean rule = line.contains("-----");
        if (rule && line.contains(KEY_START) && line.contains("PRIVATE KEY")) {
            withinKey = !line.contains(KEY_END);
            return EventJudge.masked(line);
        }
        if (!withinKey) {
            return EventJudge.masked(line);
        }
        boolean ends = (rule && line.contains(KEY_END)) || line.indexOf(' ') >= 0;
        withinKey = !ends;
        return ends && !rule ? EventJudge.masked(line) : KEY_LINE;
    }
}
