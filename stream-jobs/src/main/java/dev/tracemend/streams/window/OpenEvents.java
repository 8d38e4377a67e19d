package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.Level;
import dev.tracemend.logs.LineFacts;
import dev.tracemend.logs.LineParser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins foreign lines, which come singly, into events. A trace that another thread's lines interrupt stays open beside
 * them: a line that names its thread goes to that thread's trace, a bare frame to the trace that was written to last.
 */
final class OpenEvents {
    private static final int MOST_OPEN = 4;
    /** Characters of an event, and of all; with it all of a source's state fits into one record of Kafka, 1 MB. */
    private static final int MOST_JOINED = 32 * 1024;

    private static final int MOST_IN_ALL = 40 * 1024;
    /** A trace's lines are written at once; milliseconds after which an event among others' lines is complete. */
    private static final long TOGETHER = 1_000;

    /** What a trace's line says after the time, level and thread that some layouts put before each. */
    private static final Pattern OF_TRACE =
            Pattern.compile("(?:at |Caused by: |Suppressed: |File \"|\\.\\.\\. \\d{1,5} "
                    + "(?:more|common)|[\\w.$]{1,200}(?:Exception|Error|Throwable)(?::|$)).*");

    private final List<OpenEvent> open = new ArrayList<>();
    private boolean began;

    OpenEvents(List<LogLine> pending) {
        pending.forEach(line -> open.add(new OpenEvent(line)));
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    List<LogLine> pending() {
        return open.stream().map(OpenEvent::line).toList();
    }

    /** Whether the line taken last began an event. */
    boolean began() {
        return began;
    }

    /** Takes a line and returns the events that are complete now, in the order in which they began. */
    List<LogLine> add(LogLine line) {
        began = open.isEmpty();
        if (began) {
            open.add(new OpenEvent(line));
            return List.of();
        }
        OpenEvent owner = owner(line.line());
        if (owner != null) {
            owner.append(line, line.line());
            touched(owner);
            return overdue(line);
        }
        OpenEvent starts = new OpenEvent(line);
        for (OpenEvent each : open) {
            String rest = starts.facts.message().strip();
            if (each.isOfThread(starts) && OF_TRACE.matcher(rest).lookingAt()) {
                each.append(line, rest.startsWith("at ") ? "\t" + rest : rest);
                touched(each);
                return overdue(line);
            }
        }
        List<LogLine> done = new ArrayList<>();
        open.removeIf(each -> {
            boolean complete = !each.mayGoOnBeside(starts);
            if (complete) {
                done.add(each.line());
            }
            return complete;
        });
        began = true;
        open.add(starts);
        while (open.size() > MOST_OPEN || chars() > MOST_IN_ALL) {
            done.add(open.remove(0).line());
        }
        return done;
    }

    /** All events, as nothing more belongs to them. */
    List<LogLine> finish() {
        List<LogLine> all = pending();
        open.clear();
        return all;
    }

    private void touched(OpenEvent event) {
        open.remove(event);
        open.add(event);
    }

    private List<LogLine> overdue(LogLine now) {
        if (open.size() == 1) {
            return List.of();
        }
        List<LogLine> done = new ArrayList<>();
        Iterator<OpenEvent> each = open.iterator();
        while (each.hasNext()) {
            OpenEvent event = each.next();
            if (event.isOverdue(now)) {
                done.add(event.line());
                each.remove();
            }
        }
        while (chars() > MOST_IN_ALL && open.size() > 1) {
            done.add(open.remove(0).line());
        }
        return done;
    }

    private int chars() {
        int chars = 0;
        for (OpenEvent each : open) {
            chars += each.text.length();
        }
        return chars;
    }

    /** The event that a line without a head of its own belongs to: of several a trace, of these the one written last. */
    private @org.jspecify.annotations.Nullable OpenEvent owner(String line) {
        OpenEvent found = null;
        boolean ofTrace = OF_TRACE.matcher(line.strip()).lookingAt() || Character.isWhitespace(first(line));
        for (int i = open.size() - 1; i >= 0; i--) {
            OpenEvent each = open.get(i);
            if (!EventJoiner.continues(each.text, line)) {
                continue;
            }
            if (!ofTrace || each.isTrace()) {
                return each;
            }
            boolean better = found == null || (each.isGrave() && !found.isGrave());
            found = better ? each : found;
        }
        return found;
    }

    private static char first(String line) {
        return line.isEmpty() ? 'x' : line.charAt(0);
    }

    /** An event whose end was not seen yet. */
    private static final class OpenEvent {
        private final LogLine start;
        private final LineFacts facts;
        private final StringBuilder text;
        private int redactions;
        private double last;

        OpenEvent(LogLine line) {
            start = line;
            facts = LineParser.parse(line.line());
            text = new StringBuilder(line.line());
            text.setLength(Math.min(text.length(), MOST_JOINED));
            redactions = line.redactions();
            last = line.ts();
        }

        void append(LogLine more, String as) {
            last = Math.max(last, more.ts());
            if (text.length() + as.length() < MOST_JOINED) {
                text.append('\n').append(as);
                redactions += more.redactions();
            }
        }

        boolean isTrace() {
            return text.indexOf("\n") >= 0;
        }

        boolean isGrave() {
            return facts.level().compareTo(Level.WARN) >= 0;
        }

        boolean isOfThread(OpenEvent other) {
            return !facts.thread().isEmpty() && facts.thread().equals(other.facts.thread());
        }

        boolean isOverdue(LogLine now) {
            return (now.ts() - last) * 1000 > TOGETHER;
        }

        /** Whether more of it may follow although another event starts. */
        boolean mayGoOnBeside(OpenEvent other) {
            boolean threadsApart = !facts.thread().isEmpty()
                    && !other.facts.thread().isEmpty()
                    && !facts.thread().equals(other.facts.thread());
            return threadsApart && (isTrace() || isGrave()) && !isOverdue(other.start);
        }

        LogLine line() {
            String all = text.toString();
            return SourceFold.withText(start, all, redactions);
        }
    }
}
