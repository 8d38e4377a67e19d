package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One source's state while lines are taken in; made for a step and thrown away after it. */
final class SourceFold {
    private static final int MOST_FILES = 16;
    private static final int MOST_CAUSES = 32;
    /** Characters of a foreign event; with it all of a source's state fits into one record of Kafka, 1 MB. */
    private static final int MOST_JOINED = 32 * 1024;

    /** A line this much older than the source's time is not late: the clock was wrong before, and starts again. */
    private static final long CLOCK_RESET = 600_000;
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
    private @Nullable LogLine pending;
    private String collecting;
    private long time;

    SourceFold(WindowRules rules, String topic, String source, SourceState state) {
        this.rules = rules;
        this.topic = topic;
        this.source = source;
        files = new ArrayList<>(state.files());
        before = new ArrayDeque<>(state.before());
        recent = new ArrayList<>(state.recent());
        pending = state.pending().isEmpty() ? null : state.pending().get(0);
        collecting = state.collecting();
        time = state.time();
    }

    SourceState state() {
        List<LogLine> open = pending == null ? List.of() : List.of(pending);
        return new SourceState(time, files, List.copyOf(before), open, recent, collecting);
    }

    List<CauseEvent> events() {
        return events;
    }

    void take(LogLine line) {
        if (line.kind() == LogLine.Kind.TICK) {
            finishPending();
            advance(line);
        } else if (isNew(line)) {
            if (line.id().isEmpty() && !line.multiline()) {
                join(line);
            } else {
                finishPending();
                advance(line);
                event(line);
            }
        }
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

    /** Foreign lines come singly; an event is complete when a line comes that does not continue it. */
    private void join(LogLine line) {
        LogLine open = pending;
        if (open != null && EventJoiner.continues(open.line(), line.line())) {
            if (open.line().length() + line.line().length() < MOST_JOINED) {
                int redactions = open.redactions() + line.redactions();
                pending = withText(open, open.line() + '\n' + line.line(), redactions);
            }
            return;
        }
        finishPending();
        advance(line);
        boolean fits = line.line().length() <= MOST_JOINED;
        pending = fits ? line : withText(line, line.line().substring(0, MOST_JOINED), line.redactions());
    }

    private static LogLine withText(LogLine of, String text, int redactions) {
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

    private void finishPending() {
        LogLine open = pending;
        if (open != null) {
            pending = null;
            event(open);
        }
    }

    private void advance(LogLine line) {
        long now = millis(line);
        boolean reset = now < time - CLOCK_RESET;
        time = reset ? now : Math.max(time, now);
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
        EventLines context = EventLines.lastOf(before);
        events.add(new ErrorSeen(
                topic,
                source,
                fingerprint,
                finding.title(),
                line.service(),
                finding.language(),
                finding.exceptions(),
                time,
                millis(line),
                line.id(),
                context.lines(),
                lines.lines(),
                followers(fingerprint),
                line.redactions(),
                lines.truncated() || context.truncated()));
        recent.removeIf(cause -> cause.fingerprint().equals(fingerprint));
        recent.add(new RecentCause(fingerprint, time, List.of()));
        collecting = fingerprint;
        if (recent.size() > MOST_CAUSES) {
            quiet(recent.get(0));
        }
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
                        cause.fingerprint(), cause.time(), lines.appendedTo(cause.after(), rules.linesAfter()))
                : cause);
    }

    private static long millis(LogLine line) {
        return Math.max(0, Math.min(LAST_TIME, Math.round(line.ts() * 1000)));
    }
}
