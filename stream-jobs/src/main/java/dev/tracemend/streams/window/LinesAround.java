package dev.tracemend.streams.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest lines of one source, and those around each event that has not ended. */
final class LinesAround {
    private static final String KEY_START = "-----BEGIN ";
    private static final String KEY_END = "-----END ";
    private static final String KEY_LINE = "[redacted:private-key]";
    private static final AroundLine[] NONE = {};

    private final WindowRules rules;
    private final Deque<AroundLine> before = new ArrayDeque<>();
    private final Map<Long, OpenedEvent> opened = new LinkedHashMap<>();
    private boolean withinKey;

    LinesAround(WindowRules rules, SourceState state) {
        this.rules = rules;
        state.before().forEach(line -> before.add(AroundLine.ready(line)));
        state.started().forEach(each -> opened.put(each.number(), new OpenedEvent(each, NONE)));
        withinKey = state.withinKey();
    }

    List<String> before() {
        return before.stream().map(AroundLine::shown).toList();
    }

    List<StartedEvent> started() {
        List<StartedEvent> all = new ArrayList<>();
        opened.values().forEach(each -> all.add(each.started()));
        return all;
    }

    boolean isWithinKey() {
        return withinKey;
    }

    /** An event begins with the line that is added next; an error ends what follows those before it. */
    void start(StartedEvent event, boolean error) {
        if (error) {
            opened.values().forEach(OpenedEvent::endFollowing);
        }
        opened.put(event.number(), new OpenedEvent(event, before.toArray(NONE)));
    }

    /** The source's time when the eldest event began that has not ended; else {@code now}. */
    long earliest(long now) {
        long earliest = now;
        for (OpenedEvent each : opened.values()) {
            earliest = Math.min(earliest, each.start().time());
        }
        return earliest;
    }

    /** What is known of an event that has ended. */
    OpenedEvent end(long number) {
        OpenedEvent event = opened.remove(number);
        if (event == null) {
            throw new IllegalStateException("no event began with line " + number);
        }
        return event;
    }

    /** Adds a line of the event with this number; {@code masked} says that its secrets are. */
    AroundLine add(String text, boolean masked, long owner) {
        AroundLine line = masked ? AroundLine.written(text) : foreign(text);
        for (Map.Entry<Long, OpenedEvent> each : opened.entrySet()) {
            if (each.getKey() != owner && each.getValue().isFollowed()) {
                each.getValue().follow(line, rules.linesAfter());
            }
        }
        before.addLast(line);
        if (before.size() > rules.linesBefore()) {
            before.removeFirst();
        }
        return line;
    }

    /** A key's lines are masked as a whole; line by line they would not be known. */
    private AroundLine foreign(String line) {
        boolean rule = line.contains("-----");
        if (rule && line.contains(KEY_START) && line.contains("PRIVATE KEY")) {
            withinKey = !line.contains(KEY_END);
        } else if (withinKey) {
            boolean last = rule && line.contains(KEY_END);
            withinKey = !last && line.indexOf(' ') < 0;
            return withinKey || last ? AroundLine.ready(KEY_LINE) : AroundLine.written(line);
        }
        return AroundLine.written(line);
    }
}
