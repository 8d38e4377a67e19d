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
            return new CauseStep(new CauseState(start, emission, List.of(OpenWindow.of(error))), List.of());
        }
        OpenWindow window = state.open().get(0).informed(error);
        if (error.time() - window.from() >= rules.max().toMillis()) {
            ErrorContext context = closed(state, window, error.time());
            return new CauseStep(
                    new CauseState(state.start(), state.emission() + 1, List.of(OpenWindow.of(error))),
                    List.of(context));
        }
        return new CauseStep(
                new CauseState(state.start(), state.emission(), List.of(window.counted(error))), List.of());
    }

    private static CauseStep quiet(CauseState state, CauseEvent event) {
        if (state.open().isEmpty()) {
            return new CauseStep(state, List.of());
        }
        OpenWindow window = state.open().get(0).informed(event).quieted(event.source());
        if (window.busy().isEmpty()) {
            ErrorContext context = closed(state, window, event.time());
            return new CauseStep(new CauseState(state.start(), state.emission(), List.of()), List.of(context));
        }
        return new CauseStep(new CauseState(state.start(), state.emission(), List.of(window)), List.of());
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
