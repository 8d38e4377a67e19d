package dev.tracemend.streams.contexts;

import dev.tracemend.logs.EventGrouping;
import dev.tracemend.logs.EventReader;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.JoinedEvent;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import dev.tracemend.logs.TemplateTree;
import dev.tracemend.logs.TraceParser;
import dev.tracemend.streams.window.EventLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Folds the lines of files into one context a cause. Not for use by many threads. */
public final class FileContexts {
    private final ContextOptions options;
    private final Consumer<CauseContext> out;
    private final EventReader reader;
    private final Redactor redactor = new Redactor();
    private final Map<String, OpenCause> causes = new LinkedHashMap<>(64, 0.75f, true);
    private final List<OpenCause> collecting = new ArrayList<>();
    private Watcher watcher = (event, reading) -> {};
    private RecentLines recent;
    private TemplateTree templates = new TemplateTree();
    private String source = "";
    private long lines;
    private long errors;
    private double latest;

    /** Folds by these options; contexts go to {@code out}, most of them at {@link #finish}. */
    public FileContexts(ContextOptions options, Consumer<CauseContext> out) {
        this.options = options;
        this.out = out;
        this.reader = new EventReader(options.rules());
        this.recent = new RecentLines(options.linesBefore());
    }

    /** Also tells of each event what was read in it. */
    public FileContexts watched(Watcher by) {
        this.watcher = by;
        return this;
    }

    /** Is told of each event. */
    public interface Watcher {
        /** An event and what was read in it; events of interrupted traces come late. */
        void read(JoinedEvent event, EventReading reading);
    }

    /** Reads a file to its end; {@code name} is what contexts call it. */
    public void read(String name, LogFileLines file, Progress progress) throws IOException {
        source = name;
        latest = 0;
        recent = new RecentLines(options.linesBefore());
        templates = new TemplateTree();
        EventGrouping assembler = new EventGrouping(this::event);
        long number = 0;
        for (String line = file.next(); line != null; line = file.next()) {
            number++;
            follow(line);
            recent.add(line, number);
            assembler.add(line, number);
            if ((number & 0xfff) == 0) {
                progress.at(file.bytes(), causes.size());
            }
        }
        assembler.finish();
        collecting.clear();
        lines += number;
    }

    /** Gives out what is open, in the order in which the causes were first seen. */
    public void finish() {
        causes.values().stream()
                .map(cause -> cause.done(options.topic()))
                .sorted(java.util.Comparator.comparing(CauseContext::source).thenComparingLong(CauseContext::line))
                .forEach(out);
        causes.clear();
    }

    /** Lines read so far. */
    public long lines() {
        return lines;
    }

    /** Errors found so far. */
    public long errors() {
        return errors;
    }

    /** Is told how far the reading came. */
    public interface Progress {
        /** Bytes of the file, and causes that are open. */
        void at(long bytes, int causes);
    }

    private void event(JoinedEvent event) {
        EventReading reading = reader.read(event.text(), event.facts(), Optional.of(templates));
        watcher.read(event, reading);
        if (event.facts().time().isPresent()) {
            latest = event.facts().time().getAsLong() / 1000.0;
        }
        if (!reading.isError()) {
            return;
        }
        errors++;
        OpenCause cause = causes.get(reading.fingerprint());
        if (cause == null) {
            cause = open(event, reading);
        }
        cause.count(source, event.lines()[0], latest);
    }

    private OpenCause open(JoinedEvent event, EventReading reading) {
        Redaction masked = redactor.redact(event.text());
        // Title and exceptions are made of the text; where it held a secret they are read from the masked one.
        EventReading shown = masked.count() == 0
                ? reading
                : new EventReading(
                        LineParser.parse(masked.text()),
                        TraceParser.parse(masked.text()),
                        reading.verdict(),
                        reading.fingerprint(),
                        reading.rule());
        String grouping =
                reading.rule().isEmpty() ? Fingerprint.explain(shown.trace(), shown.facts()) : "rule " + reading.rule();
        List<String> before = recent.before(event.lines()[0]).stream()
                .map(line -> EventLines.of(redactor.redact(line).text()).lines().get(0))
                .toList();
        OpenCause cause = new OpenCause(
                source, new MaskedEvent(event, masked.text(), masked.count()), shown, grouping, before, latest);
        for (String line : recent.behind(event.lines())) {
            follow(cause, line);
        }
        causes.put(reading.fingerprint(), cause);
        if (cause.followers() < options.linesAfter()) {
            collecting.add(cause);
        }
        if (causes.size() > options.mostCauses()) {
            Iterator<OpenCause> oldest = causes.values().iterator();
            OpenCause done = oldest.next();
            oldest.remove();
            collecting.remove(done);
            out.accept(done.done(options.topic()));
        }
        return cause;
    }

    private void follow(String line) {
        if (!collecting.isEmpty()) {
            collecting.forEach(cause -> follow(cause, line));
            collecting.removeIf(cause -> cause.followers() >= options.linesAfter());
        }
    }

    private void follow(OpenCause cause, String line) {
        if (cause.followers() < options.linesAfter()) {
            cause.follow(redactor.redact(line).text());
        }
    }
}
