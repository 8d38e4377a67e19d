package dev.tracemend.streams.window;

import dev.tracemend.logs.EventReader;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.GroupingRules;
import dev.tracemend.logs.JoinedEvent;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import dev.tracemend.logs.TemplateTree;
import dev.tracemend.logs.TraceParser;
import java.util.Optional;

/** What one partition's events are, by the grouping rules and by what earlier events of it taught. */
final class EventJudge {
    private static final Redactor REDACTOR = new Redactor();

    private final EventReader reader;
    private final TemplateTree templates;
    private final EventWatcher watcher;

    EventJudge(WindowRules rules, Parts parts, EventWatcher watcher) {
        reader = new EventReader(GroupingRules.of(rules.grouping()));
        templates = new TemplateTree(new TemplateShelf(parts));
        this.watcher = watcher;
    }

    EventReading read(String source, JoinedEvent event) {
        EventReading reading = reader.read(event.text(), event.facts(), Optional.of(templates));
        watcher.read(source, event, reading);
        return reading;
    }

    /** An error as it may be shown. */
    record Shown(Finding finding, String text, int redactions) {}

    /**
     * What is told of an error. What no tailer of ours has sent may hold secrets: title and exceptions are read from the
     * masked text then.
     */
    Shown shown(JoinedEvent event, EventReading reading, boolean masked) {
        Redaction text = masked ? new Redaction(event.text(), 0) : REDACTOR.redact(event.text());
        if (text.count() == 0) {
            return new Shown(Finding.of(reading), event.text(), 0);
        }
        EventReading safe = new EventReading(
                LineParser.parse(text.text()),
                TraceParser.parse(text.text()),
                reading.verdict(),
                reading.fingerprint(),
                reading.rule());
        return new Shown(Finding.of(safe), text.text(), text.count());
    }

    /** A line around an error as it may be shown. */
    static String masked(String line) {
        return REDACTOR.redact(line).text();
    }

    void save() {
        templates.save();
    }
}
