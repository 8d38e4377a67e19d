package dev.tracemend.streams.contexts;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.JoinedEvent;
import dev.tracemend.streams.window.EventWatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up the contexts of one cause, for people who want each cause once: the first window's sample with the count of all.
 * Also remembers why the first error of a cause is one.
 */
public final class GatheredCauses implements EventWatcher {
    private static final int MOST_SAMPLES = 20;

    private final int mostCauses;
    private final Consumer<CauseContext> out;
    private final Map<String, ErrorContext> contexts = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Origin> origins = new LinkedHashMap<>(64, 0.75f, true);

    /** Where a cause was seen first and what was read there. */
    private record Origin(String source, long line, String why, String grouping) {}

    /** Gives out most causes at {@link #finish}; of more than {@code mostCauses} the one seen longest ago at once. */
    public GatheredCauses(int mostCauses, Consumer<CauseContext> out) {
        this.mostCauses = mostCauses;
        this.out = out;
    }

    @Override
    public void read(String source, JoinedEvent event, EventReading reading) {
        if (reading.isError() && origins.get(reading.fingerprint()) == null) {
            String grouping = reading.rule().isEmpty()
                    ? Fingerprint.explain(reading.trace(), reading.facts())
                    : "rule " + reading.rule();
            origins.put(
                    reading.fingerprint(),
                    new Origin(source, event.lines()[0], reading.verdict().explain(), grouping));
            if (origins.size() > 2 * mostCauses) {
                origins.remove(origins.keySet().iterator().next());
            }
        }
    }

    /** A context with its origin, as it is. */
    public CauseContext single(ErrorContext context) {
        Origin origin = origins.getOrDefault(context.fingerprint(), new Origin("", 0, "", ""));
        return new CauseContext(context, origin.source(), origin.line(), origin.why(), origin.grouping());
    }

    /** Adds a context to those of its cause. */
    public void add(ErrorContext context) {
        contexts.merge(context.fingerprint(), context, GatheredCauses::sum);
        if (contexts.size() > mostCauses) {
            Iterator<ErrorContext> eldest = contexts.values().iterator();
            out.accept(single(eldest.next()));
            eldest.remove();
        }
    }

    /** Gives out what is left, in the order in which the causes were first seen. */
    public void finish() {
        contexts.values().stream()
                .map(this::single)
                .sorted(Comparator.comparing(CauseContext::source).thenComparingLong(CauseContext::line))
                .forEach(out);
        contexts.clear();
    }

    private static ErrorContext sum(ErrorContext first, ErrorContext next) {
        List<String> samples = new ArrayList<>(first.samples());
        next.samples().stream().limit(MOST_SAMPLES - samples.size()).forEach(samples::add);
        double firstSeen = Math.min(first.firstSeen(), next.firstSeen());
        double lastSeen = Math.max(first.lastSeen(), next.lastSeen());
        long count = first.count() + next.count();
        return new ErrorContext(
                first.v(),
                first.id(),
                first.topic(),
                first.emission(),
                first.fingerprint(),
                first.title(),
                first.service(),
                first.language(),
                first.exceptions(),
                count,
                firstSeen,
                lastSeen,
                new TimeWindow(firstSeen, lastSeen),
                first.ctx(),
                samples,
                first.redactions(),
                first.truncated() || count > samples.size(),
                lastSeen,
                first.hosts(),
                first.isNew());
    }
}
