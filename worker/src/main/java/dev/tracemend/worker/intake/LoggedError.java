package dev.tracemend.worker.intake;

import dev.tracemend.logs.ErrorDetector;
import dev.tracemend.logs.EventJoiner;
import dev.tracemend.logs.EventTitle;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.LineFacts;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.TraceParser;
import java.util.ArrayList;
import java.util.List;

/** The error within a sample of log lines, for contexts that come with their lines alone. */
record LoggedError(StackTrace trace, String fingerprint, String title) {
    static final LoggedError NONE = new LoggedError(new StackTrace(Language.UNKNOWN, List.of()), "", "");

    /** The first event with a trace; else the first error; else the last event. */
    static LoggedError in(List<String> lines) {
        List<LoggedError> errors = new ArrayList<>();
        LoggedError last = NONE;
        for (String event : events(lines)) {
            LineFacts facts = LineParser.parse(event);
            StackTrace trace = TraceParser.parse(event);
            last = new LoggedError(trace, Fingerprint.of(trace, facts), EventTitle.of(trace, facts));
            if (!trace.isEmpty()) {
                return last;
            }
            if (ErrorDetector.isError(facts, trace, event)) {
                errors.add(last);
            }
        }
        return errors.isEmpty() ? last : errors.get(0);
    }

    private static List<String> events(List<String> lines) {
        List<String> events = new ArrayList<>();
        EventJoiner joiner = new EventJoiner();
        for (String entry : lines) {
            for (String line : entry.split("\r?\n", -1)) {
                joiner.add(line).filter(event -> !event.isBlank()).ifPresent(events::add);
            }
        }
        joiner.flush().filter(event -> !event.isBlank()).ifPresent(events::add);
        return events;
    }
}
