package dev.tracemend.logs;

import java.util.List;

/** A parsed stack trace: the chain of exceptions, outermost first, the root cause last; empty where there was none. */
public record StackTrace(Language language, List<ThrownException> chain) {

    /** No trace. */
    public static final StackTrace NONE = new StackTrace(Language.UNKNOWN, List.of());

    /** Copies the chain. */
    public StackTrace {
        chain = List.copyOf(chain);
    }

    /** Whether there is no exception at all. */
    public boolean isEmpty() {
        return chain.isEmpty();
    }

    /** The root cause; only when not {@link #isEmpty()}. */
    public ThrownException root() {
        return chain.get(chain.size() - 1);
    }
}
