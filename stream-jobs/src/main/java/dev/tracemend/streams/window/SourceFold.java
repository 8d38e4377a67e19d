package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.EventGrouping;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.JoinedEvent;
import dev.tracemend.logs.Level;
import dev.tracemend.logs.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One source's state while lines are taken in. */
final class SourceFold {
    private static final int MOST_FILES = 16;
    /** So many late lines in a row are not late: the clock was wrong before, and starts again. */
    private static final int LATE_IN_A_ROW = 5;
    /** The last millisecond of the year 9999; sums with durations stay far from overflow. */
    private static final long LAST_TIME = 253_402_300_799_999L;

    private final WindowRules rules;
    private final String source;
    private final EventJudge judge;
    private final List<FilePosition> files;
    private final EventGrouping grouping;
    private final LinesAround around;
    private final RecentCauses recent;
    private long time;
    private long lines;
    private int late;
    private boolean changed;

    /** What became of a line. */
    enum Taken {
        DONE,
        REPEATED,
        LATE
    }

    SourceFold(WindowRules rules, String topic, String source, SourceState state, EventJudge judge) {
        this.rules = rules;
        this.source = source;
        this.judge = judge;
        files = new ArrayList<>(state.files());
        grouping = new EventGrouping(this::event, state.held());
        around = new LinesAround(rules, state);
        recent = new RecentCauses(rules, topic, source, state.recent());
        time = state.time();
        lines = state.lines();
        late = state.late();
    }

    /** The state to be kept; until more is taken, there is nothing new to keep. */
    SourceState state() {
        changed = false;
        return new SourceState(
                time,
                files,
                lines,
                around.before(),
                around.isWithinKey(),
                grouping.held(),
                around.started(),
                recent.all(),
                late);
    }

    boolean isChanged() {
        return changed;
    }

    long time() {
        return time;
    }

    /** Whether something is left to tell that a later line or tick will tell. */
    boolean isOpen() {
        return !recent.isEmpty() || !grouping.isEmpty();
    }

    /** Hands over what there is to tell since the last time, in order. */
    void drain(Consumer<CauseEvent> out) {
        recent.drain(out);
    }

    Taken take(LogLine line) {
        changed = true;
        if (line.kind() == LogLine.Kind.TICK) {
            grouping.finish();
            advance(millis(line));
            return Taken.DONE;
        }
        Optional<FilePosition> place = FilePosition.of(line);
        if (place.isPresent() && !isNew(place.get())) {
            return Taken.REPEATED;
        }
        List<SourceLine> all = split(line.line());
        long at = at(line, all.get(0));
        boolean old = at < time - rules.lateness().toMillis();
        late = old ? late + 1 : 0;
        if (old && late < LATE_IN_A_ROW) {
            return Taken.LATE;
        }
        if (old) {
            startAnew(at);
        }
        // Who sends with a place has masked the secrets, and has waited for what belongs together.
        record(line, all, at, place.isPresent());
        if (place.isPresent() && rules.emit() == WindowRules.Emit.first) {
            grouping.finish();
        }
        return Taken.DONE;
    }

    private void record(LogLine line, List<SourceLine> all, long at, boolean masked) {
        LogLine head = null;
        long within = 0;
        for (SourceLine each : all) {
            lines++;
            long owner = grouping.add(each, lines, at, within);
            if (owner == lines) {
                head = head == null ? withoutText(line) : head;
                boolean awaited = rules.linesAfter() > 0;
                long began = Math.max(time, at);
                start(new StartedEvent(lines, head, at, began, masked, List.of(), List.of(), awaited), each);
            }
            within = within == 0 ? owner : within;
            recent.follow(around.add(each.text(), masked, owner));
        }
    }

    private void start(StartedEvent event, SourceLine first) {
        boolean error = first.facts().level().compareTo(Level.ERROR) >= 0;
        around.start(event, error);
        if (error) {
            recent.endFollowing();
        }
        advance(event.ts());
    }

    private static List<SourceLine> split(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return List.of(new SourceLine(text));
        }
        List<SourceLine> all = new ArrayList<>();
        int from = 0;
        for (; feed >= 0; feed = text.indexOf('\n', from)) {
            int end = feed > from && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            all.add(new SourceLine(text.substring(from, end)));
            from = feed + 1;
        }
        all.add(new SourceLine(text.substring(from)));
        return all;
    }

    /** Nothing more is to be waited for: every window may close as far as this source goes. */
    void silence() {
        changed = true;
        grouping.finish();
        time = recent.silence(time);
    }

    /** A record that brings no time of its own has that which its line names, else that of its neighbours. */
    private long at(LogLine line, SourceLine first) {
        return line.ts() > 0 ? millis(line) : clamped(first.facts().time().orElse(time));
    }

    private void startAnew(long at) {
        grouping.finish();
        recent.silence(time);
        time = at;
    }

    /** A line without a position is never taken for a repeat: two equal lines may be two errors. */
    private boolean isNew(FilePosition here) {
        for (int i = 0; i < files.size(); i++) {
            FilePosition seen = files.get(i);
            if (seen.file().equals(here.file())) {
                if (!here.isBehind(seen)) {
                    return false;
                }
                files.remove(i--);
            }
        }
        files.add(here);
        if (files.size() > MOST_FILES) {
            files.remove(0);
        }
        return true;
    }

    private void advance(long now) {
        time = Math.max(time, now);
        // An event that has not ended may be one more error of a cause that would be quiet without it.
        recent.advance(around.earliest(time));
    }

    private void event(JoinedEvent event) {
        OpenedEvent opened = around.end(event.lines()[0]);
        EventReading reading = judge.read(source, event);
        if (reading.isError()) {
            recent.error(opened, judge.shown(event, reading, opened.start().masked()));
        }
    }

    private static LogLine withoutText(LogLine of) {
        return new LogLine(
                of.v(),
                of.id(),
                of.kind(),
                "",
                of.ts(),
                of.source(),
                of.service(),
                of.host(),
                of.offset(),
                of.multiline(),
                of.redactions());
    }

    private static long millis(LogLine line) {
        return clamped(Math.round(line.ts() * 1000));
    }

    private static long clamped(long millis) {
        return Math.max(0, Math.min(LAST_TIME, millis));
    }
}
