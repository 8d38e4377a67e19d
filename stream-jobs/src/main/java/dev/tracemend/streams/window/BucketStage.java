package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The second stage for one bucket of causes ({@link CauseEvent#bucket}): events in, in their order, and contexts out.
 * Bounded whatever comes: of too many open windows the eldest is closed, of too many closed causes the eldest is
 * forgotten. As all of a bucket comes in one order, every engine forgets the same. Not for use by many threads.
 */
public final class BucketStage {
    static final int MOST_OPEN = 256;
    static final int MOST_CLOSED = 512;

    /** A cause that was not seen for a week, in event time, is new again. */
    private static final long REMEMBERED = 7 * 86_400_000L;

    private static final String ROSTER = "roster";
    private static final String CAUSE = "cause|";

    private final CauseStage stage;
    private final Parts parts;
    private final StageTally tally;
    private final Map<String, CauseState> closed = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, CauseState> live = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean rosterChanged;

    /** Goes on with what the parts hold. */
    public BucketStage(WindowRules rules, Parts parts, StageTally tally) {
        stage = new CauseStage(rules);
        this.parts = parts;
        this.tally = tally;
        BucketState state = parts.get(ROSTER).map(BucketState::of).orElse(BucketState.START);
        state.closed().forEach(c -> closed.put(c.fingerprint(), new CauseState(c.start(), c.emission(), List.of())));
        open.addAll(state.open());
        tally.states(open.size());
    }

    /** Takes what a source says of a cause. */
    public void take(CauseEvent event, Consumer<ErrorContext> out) {
        String cause = event.fingerprint();
        CauseState before = state(cause);
        CauseStep step = stage.apply(before, event);
        keep(cause, before, step.state());
        step.contexts().forEach(context -> tell(context, out));
        while (open.size() > MOST_OPEN) {
            close(open.iterator().next(), out);
        }
        forget(event.time());
    }

    private void tell(ErrorContext context, Consumer<ErrorContext> out) {
        tally.context();
        out.accept(context);
    }

    private CauseState state(String cause) {
        if (!open.contains(cause)) {
            return closed.getOrDefault(cause, CauseState.START);
        }
        return live.computeIfAbsent(
                cause, c -> parts.get(CAUSE + c).map(CauseState::of).orElse(CauseState.START));
    }

    private void keep(String cause, CauseState before, CauseState state) {
        if (state.equals(CauseState.START)) {
            return;
        }
        if (state.open().isEmpty()) {
            if (open.remove(cause)) {
                rosterChanged = true;
                tally.states(-1);
            }
            if (!before.open().isEmpty()) {
                live.remove(cause);
                changed.remove(cause);
                parts.remove(CAUSE + cause);
                closed.put(cause, state);
            }
            return;
        }
        if (open.add(cause)) {
            closed.remove(cause);
            rosterChanged = true;
            tally.states(1);
        }
        live.put(cause, state);
        changed.add(cause);
    }

    private void close(String cause, Consumer<ErrorContext> out) {
        CauseState before = state(cause);
        CauseStep step = stage.close(before);
        keep(cause, before, step.state());
        step.contexts().forEach(context -> tell(context, out));
    }

    private void forget(long now) {
        Iterator<CauseState> eldest = closed.values().iterator();
        while (eldest.hasNext()) {
            boolean old = eldest.next().start() + REMEMBERED < now;
            if (!old && closed.size() <= MOST_CLOSED) {
                return;
            }
            eldest.remove();
            rosterChanged = true;
        }
    }

    /** Writes what has changed to the parts; windows that were not touched since the last time leave memory. */
    public void save() {
        changed.forEach(cause -> parts.put(
                CAUSE + cause, live.getOrDefault(cause, CauseState.START).bytes()));
        live.keySet().retainAll(changed);
        changed.clear();
        if (rosterChanged) {
            List<BucketState.Closed> all = new ArrayList<>();
            closed.forEach((cause, c) -> all.add(new BucketState.Closed(cause, c.start(), c.emission())));
            parts.put(ROSTER, new BucketState(all, List.copyOf(open)).bytes());
            rosterChanged = false;
        }
    }
}
