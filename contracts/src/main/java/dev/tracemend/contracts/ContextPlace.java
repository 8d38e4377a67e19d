package dev.tracemend.contracts;

/** Where a context of a cause can be read again as long as its topic keeps it. */
public record ContextPlace(int partition, long offset) {

    /** Nowhere. */
    public static final ContextPlace NONE = new ContextPlace(-1, -1);
}
