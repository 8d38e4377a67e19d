package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.LogLine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first stage for one raw partition: its records in, in their order, and what there is to tell out. It keeps the
 * sources at work decoded and writes them with {@link #save}; how often that happens changes nothing it tells. A source
 * that falls silent while others go on, and every source at a tick that names none, has told all: nothing stays open.
 * Not for use by many threads.
 */
public final class PartitionStage {
    /** Sources of one partition that are remembered; of more, those that were silent longest are forgotten. */
    static final int MOST_SOURCES = 2_048;

    private static final int MOST_LIVE = 256;
    private static final String ROSTER = "roster";
    private static final String SOURCE = "source|";

    private final WindowRules rules;
    private final String topic;
    private final Parts parts;
    private final StageTally tally;
    private final EventJudge judge;
    private final SourceRoster roster;
    private final Map<String, SourceFold> live = new LinkedHashMap<>(16, 0.75f, true);
    private boolean touched;

    /** Goes on with what the parts hold; {@code topic} is the short name. */
    public PartitionStage(WindowRules rules, String topic, Parts parts, StageTally tally) {
        this(rules, topic, parts, tally, EventWatcher.NONE);
    }

    PartitionStage(WindowRules rules, String topic, Parts parts, StageTally tally, EventWatcher watcher) {
        this.rules = rules;
        this.topic = topic;
        this.parts = parts;
        this.tally = tally;
        judge = new EventJudge(rules, parts, watcher);
        RosterState state = parts.get(ROSTER).map(RosterState::of).orElse(RosterState.START);
        roster = new SourceRoster(state, MOST_SOURCES, rules.silence().toMillis());
        tally.states(state.sources().size());
    }

    /** Takes a record; never throws for what is in it. */
    public void take(RawRecord raw, PartitionOutput out) {
        RawReading reading = raw.read();
        if (reading instanceof RawReading.ReadLine read) {
            take(read.line(), raw, out);
        } else if (reading instanceof RawReading.ReadFailure failure) {
            tally.record();
            tally.unreadable();
            out.letter(failure.letter());
        }
    }

    /** Takes the line of a record. */
    void take(LogLine line, RawRecord raw, PartitionOutput out) {
        tally.record();
        touched = true;
        if (line.kind() == LogLine.Kind.TICK && line.source().isEmpty()) {
            roster.allOpen().forEach(source -> silence(source, out));
            return;
        }
        String source = line.source();
        SourceFold fold = fold(source);
        try {
            if (fold.take(line) == SourceFold.Taken.LATE) {
                tally.late();
                out.letter(raw.deadLetter(lateness(fold, line)));
            }
        } catch (RuntimeException e) {
            tally.unreadable();
            out.letter(raw.deadLetter("the line could not be understood: " + e));
        }
        fold.drain(out::event);
        tally.reached(topic, fold.time());
        tally.states(roster.hear(source, raw.millis(), fold.isOpen()) ? 1 : 0);
        settle(out);
    }

    private String lateness(SourceFold fold, LogLine line) {
        long late = Math.round((fold.time() / 1000.0) - line.ts());
        return "the line is " + late + " s older than its source's time, and at most "
                + rules.lateness().toSeconds() + " s are waited for; see --watermark";
    }

    private void settle(PartitionOutput out) {
        for (Optional<String> s = roster.silent(); s.isPresent(); s = roster.silent()) {
            silence(s.get(), out);
        }
        for (Optional<String> s = roster.surplus(); s.isPresent(); s = roster.surplus()) {
            silence(s.get(), out);
            live.remove(s.get());
            parts.remove(SOURCE + s.get());
            tally.states(-1);
        }
    }

    private void silence(String source, PartitionOutput out) {
        SourceFold fold = fold(source);
        fold.silence();
        fold.drain(out::event);
    }

    private SourceFold fold(String source) {
        SourceFold fold = live.get(source);
        if (fold == null) {
            SourceState state = parts.get(SOURCE + source).map(SourceState::of).orElse(SourceState.START);
            fold = new SourceFold(rules, topic, source, state, judge);
            live.put(source, fold);
            if (live.size() > MOST_LIVE) {
                Iterator<Map.Entry<String, SourceFold>> eldest = live.entrySet().iterator();
                write(eldest.next());
                eldest.remove();
            }
        }
        return fold;
    }

    private void write(Map.Entry<String, SourceFold> each) {
        if (each.getValue().isChanged()) {
            parts.put(SOURCE + each.getKey(), each.getValue().state().bytes());
        }
    }

    /** Writes what has changed to the parts. */
    public void save() {
        if (!touched) {
            return;
        }
        touched = false;
        live.entrySet().forEach(this::write);
        judge.save();
        parts.put(ROSTER, roster.state().bytes());
    }

    /** What is kept of a record whose topic or stage failed as a whole. */
    public static DeadLetter letter(RawRecord raw, RuntimeException failure) {
        return raw.deadLetter("the line could not be worked on: " + failure);
    }
}
