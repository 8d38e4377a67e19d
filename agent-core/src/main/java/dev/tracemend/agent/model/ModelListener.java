package dev.tracemend.agent.model;

/** Hears a reply while it is being written. */
@FunctionalInterface
public interface ModelListener {
    /** The next piece of the text. */
    void text(String piece);
}
