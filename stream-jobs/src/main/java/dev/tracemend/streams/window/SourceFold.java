package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One source's state while lines are taken in. */
final class SourceFold {
    private static final int MOST_FILES = 16;
    private static final int MOST_CAUSES = 32;
    /** So many late lines in a row are not late: the clock was wrong before, and starts again. */
    private static final int LATE_IN_A_ROW = 5;
    /** The last millisecond of the year 9999; sums with durations stay far from overflow. */
    private static final long LAST_TIME = 253_402_300_799_999L;

    private static final Redactor REDACTOR = new Redactor();

    private final WindowRules rules;
    private final String topic;
    private final String source;
    private final List<FilePosition> files;
    private final Deque<String> before;
    private final List<RecentCause> recent;
    private final List<CauseEvent> events = new ArrayList<>();
    private final OpenEvents open;
    private String collecting;
    private long time;
    private int late;
    private boolean changed;

    /** What became of a line. */
    enum Taken {
        DONE,
        REPEATED,
        LATE
    }

    SourceFold(WindowRules rules, String topic, String source, SourceState state) {
        this.rules = rules;
        this.topic = topic;
        this.source = source;
        files = new ArrayList<>(state.files());
        before = new ArrayDeque<>(state.before());
        recent = new ArrayList<>(state.recent());
        open = new OpenEvents(state.pending());
        collecting = state.collecting();
        time = state.time();
        late = state.late();
    }

    /** The state to be kept; until more is taken, there is nothing new to keep. */
    SourceState state() {
        changed = false;
        return new SourceState(time, files, List.copyOf(before), open.pending(), recent, collecting, late);
    }

    boolean isChanged() {
        return changed;
    }

    long time() {
        return time;
    }

    /** Whether something is left to tell that a later line or tick will tell. */
    boolean isOpen() {
        return !recent.isEmpty() || !open.isEmpty();
    }

    /** Hands over what there is to tell since the last time, in order. */
    void drain(Consumer<CauseEvent> out) {
        if (!events.isEmpty()) {
            events.forEach(out);
            events.clear();
        }
    }

    Taken take(LogLine line) {
        changed = true;
        if (line.kind() == LogLine.Kind.TICK) {
            finishOpen();
            if (millis(line) >= time - rules.lateness().toMillis()) {
                advance(line);
            }
            return Taken.DONE;
        }
        if (!isNew(line)) {
            return Taken.REPEATED;
        }
        if (isLate(line)) {
            return Taken.LATE;
        }
        if (line.id().isEmpty() && !line.multiline()) {
            open.add(line).forEach(this::event);
            if (open.began()) {
                advance(line);
            }
        } else {
            finishOpen();
            advance(line);
            event(line);
        }
        return Taken.DONE;
    }

    /** Nothing more is to be waited for: every window may close as far as this source goes. */
    void silence() {
        changed = true;
        finishOpen();
        for (RecentCause cause : List.copyOf(recent)) {
            time = Math.max(time, cause.time() + rules.quiet().toMillis());
            quiet(cause);
        }
    }

    private boolean isLate(LogLine line) {
        boolean old = millis(line) < time - rules.lateness().toMillis();
        late = old ? late + 1 : 0;
        return old && late < LATE_IN_A_ROW;
    }

    /** A line without a position is never taken for a repeat: two equal lines may be two errors. */
    private boolean isNew(LogLine line) {
        Optional<FilePosition> at = FilePosition.of(line);
        if (at.isEmpty()) {
            return true;
        }
        FilePosition here = at.get();
        for (FilePosition seen : files) {
            if (seen.file().equals(here.file()) && !here.isBehind(seen)) {
                return false;
            }
        }
        files.removeIf(seen -> seen.file().equals(here.file()));
        files.add(here);
        if (files.size() > MOST_FILES) {
            files.remove(0);
        }
        return true;
    }

    static LogLine withText(LogLine of, String text, int redactions) {
        boolean multiline = text.indexOf('\n') >= 0;
        return new LogLine(
                of.v(),
                of.id(),
                of.kind(),
                text,
                of.ts(),
                of.source(),
                of.service(),
                of.host(),
                of.offset(),
                multiline,
                redactions);
    }

    static LogLine withTime(LogLine of, double ts) {
        return new LogLine(
                of.v(),
                of.id(),
                of.kind(),
                of.line(),
                ts,
                of.source(),
                of.service(),
                of.host(),
                of.offset(),
                of.multiline(),
                of.redactions());
    }

    private void finishOpen() {
        if (!open.isEmpty()) {
            open.finish().forEach(this::event);
        }
    }

    private void advance(LogLine line) {
        long now = millis(line);
        boolean reset = now < time - rules.lateness().toMillis();
        time = reset ? now : Math.max(time, now);
        if (recent.isEmpty()) {
            return;
        }
        for (RecentCause cause : List.copyOf(recent)) {
            if (reset || time - cause.time() >= rules.quiet().toMillis()) {
                quiet(cause);
            }
        }
    }

    private void quiet(RecentCause cause) {
        recent.remove(cause);
        if (collecting.equals(cause.fingerprint())) {
            collecting = "";
        }
        events.add(new SourceQuiet(topic, source, cause.fingerprint(), time, cause.after()));
    }

    /** What no tailer of ours has sent may hold secrets; they go no further than this. */
    private static LogLine masked(LogLine line) {
        if (!line.id().isEmpty()) {
            return line;
        }
        Redaction masked = REDACTOR.redact(line.line());
        return withText(line, masked.text(), line.redactions() + masked.count());
    }

    private void event(LogLine sent) {
        LogLine line = masked(sent);
        EventLines lines = EventLines.of(line.line());
        Optional<Finding> finding = Finding.in(line.line());
        if (finding.isPresent()) {
            error(line, lines, finding.get());
        } else {
            collect(lines);
        }
        lines.lines().forEach(before::addLast);
        while (before.size() > rules.linesBefore()) {
            before.removeFirst();
        }
    }

    private void error(LogLine line, EventLines lines, Finding finding) {
        String fingerprint = finding.fingerprint();
        long full = lastFull(fingerprint);
        // Of a storm only one error in each emission becomes its sample; the others are counted.
        boolean brief = full >= 0 && time - full < rules.max().toMillis();
        EventLines context = brief ? EventLines.NONE : EventLines.lastOf(before);
        events.add(new ErrorSeen(
                topic,
                source,
                fingerprint,
                finding.title(),
                line.service(),
                finding.language(),
                brief ? List.of() : finding.exceptions(),
                time,
                millis(line),
                line.id(),
                context.lines(),
                brief ? List.of(lines.lines().get(0)) : lines.lines(),
                followers(fingerprint),
                line.redactions(),
                !brief && (lines.truncated() || context.truncated()),
                line.host(),
                brief));
        recent.removeIf(cause -> cause.fingerprint().equals(fingerprint));
        recent.add(new RecentCause(fingerprint, time, List.of(), brief ? full : time));
        collecting = fingerprint;
        if (recent.size() > MOST_CAUSES) {
            quiet(recent.get(0));
        }
    }

    /** When this source last told an error of the cause whole, while the cause is not quiet; else -1. */
    private long lastFull(String fingerprint) {
        for (RecentCause cause : recent) {
            if (cause.fingerprint().equals(fingerprint)) {
                return cause.full();
            }
        }
        return -1;
    }

    private List<String> followers(String fingerprint) {
        for (RecentCause cause : recent) {
            if (cause.fingerprint().equals(fingerprint)) {
                return cause.after();
            }
        }
        return List.of();
    }

    private void collect(EventLines lines) {
        if (collecting.isEmpty()) {
            return;
        }
        recent.replaceAll(cause -> cause.fingerprint().equals(collecting)
                ? new RecentCause(
                        cause.fingerprint(),
                        cause.time(),
                        lines.appendedTo(cause.after(), rules.linesAfter()),
                        cause.full())
                : cause);
    }

    private static long millis(LogLine line) {
        return Math.max(0, Math.min(LAST_TIME, Math.round(line.ts() * 1000)));
    }
}
