package dev.tracemend.streams.window;

import dev.tracemend.contracts.ErrorContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The second stage: folds what all sources say of one cause into windows. A window closes when every source in it is
 * quiet. An error that comes when the longest time has passed closes it, too, and begins the storm's next emission.
 */
public final class CauseStage {
    private static final int ID_BYTES = 16;
    /** Errors at which the window of a new cause is told early; the first so many emissions are these. */
    private static final List<Long> EARLY = List.of(1L, 10L, 100L, 1_000L);

    private final WindowRules rules;

    /** A stage that keeps to these rules. */
    public CauseStage(WindowRules rules) {
        this.rules = rules;
    }

    /** The next step of the cause that {@code event} names. */
    public CauseStep apply(CauseState state, CauseEvent event) {
        if (event instanceof ErrorSeen error) {
            return error(state, error);
        }
        return quiet(state, event);
    }

    private CauseStep error(CauseState state, ErrorSeen error) {
        if (state.open().isEmpty()) {
            // A source whose clock lags may open a window at or before the last one's start: that is its next emission.
            boolean later = error.time() > state.start();
            long start = later ? error.time() : state.start();
            int emission = later ? 0 : state.emission() + 1;
            boolean isNew = state.equals(CauseState.START);
            return early(new CauseState(start, emission, List.of(OpenWindow.of(error, isNew))), error.time());
        }
        OpenWindow window = state.open().get(0).informed(error);
        if (error.time() - window.from() >= rules.max().toMillis()) {
            boolean told = window.count() == 0;
            List<ErrorContext> contexts = told ? List.of() : List.of(closed(state, window, error.time()));
            int emission = told ? state.emission() : state.emission() + 1;
            return new CauseStep(new CauseState(state.start(), emission, List.of(window.next(error))), contexts);
        }
        return early(new CauseState(state.start(), state.emission(), List.of(window.counted(error))), error.time());
    }

    /** Tells the window of a new cause at once, and at ten, a hundred and a thousand, where that is asked for. */
    private CauseStep early(CauseState state, long now) {
        OpenWindow window = state.open().get(0);
        boolean asked = rules.emit() == WindowRules.Emit.first && state.emission() < EARLY.size();
        if (!asked || window.total() != EARLY.get(state.emission())) {
            return new CauseStep(state, List.of());
        }
        ErrorContext context = closed(state, window, now);
        return new CauseStep(
                new CauseState(state.start(), state.emission() + 1, List.of(window.told())), List.of(context));
    }

    private static CauseStep quiet(CauseState state, CauseEvent event) {
        if (state.open().isEmpty()) {
            return new CauseStep(state, List.of());
        }
        OpenWindow window = state.open().get(0).informed(event).quieted(event.source());
        if (window.busy().isEmpty()) {
            return ended(state, window, event.time());
        }
        return new CauseStep(new CauseState(state.start(), state.emission(), List.of(window)), List.of());
    }

    /** Closes the window although its sources are not quiet: there are too many. */
    CauseStep close(CauseState state) {
        if (state.open().isEmpty()) {
            return new CauseStep(state, List.of());
        }
        OpenWindow window = state.open().get(0);
        return ended(state, window, window.lastSeen());
    }

    private static CauseStep ended(CauseState state, OpenWindow window, long now) {
        // What was told early is not told again.
        List<ErrorContext> contexts = window.count() == 0 ? List.of() : List.of(closed(state, window, now));
        return new CauseStep(new CauseState(state.start(), state.emission(), List.of()), contexts);
    }

    private static ErrorContext closed(CauseState state, OpenWindow window, long now) {
        return window.context(
                id(window.sample(), state.start(), state.emission()), state.start(), state.emission(), now);
    }

    private static String id(ErrorSeen sample, long start, int emission) {
        String text = String.join(
                "\n", sample.topic(), sample.fingerprint(), Long.toString(start), Integer.toString(emission));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
