package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;

/** Collects the exceptions of one trace within the bounds of {@link TraceParser}. */
final class CauseChain {
    private final List<ThrownException> chain = new ArrayList<>();
    private int frames;

    /** Adds an exception; beyond the bounds it loses frames, or one from the middle goes. */
    void add(String type, String message, List<StackFrame> all) {
        int room = Math.max(0, TraceParser.MOST_FRAMES - frames);
        // The root cause must keep its top frames, whatever came before.
        int kept = Math.min(all.size(), Math.max(room, 16));
        frames += kept;
        chain.add(new ThrownException(type, message.strip(), all.subList(0, kept)));
        if (chain.size() > TraceParser.MOST_CAUSES) {
            frames -= chain.remove(TraceParser.MOST_CAUSES / 2).frames().size();
        }
    }

    /** Outermost first. */
    List<ThrownException> exceptions() {
        return chain;
    }
}
