package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.Rung;
import java.util.List;

/** What the ladder found for a block. */
public sealed interface Placement {

    /**
     * The block has a place.
     *
     * @param first 0-based line
     * @param count of lines
     * @param fuzzy whether the lines there are only alike
     * @param chunks what to write, in order and apart; empty where nothing would change
     */
    record Placed(Rung rung, int first, int count, boolean fuzzy, List<Chunk> chunks) implements Placement {}

    /** Several places fit equally well, beginning at these 0-based lines. */
    record Several(List<Integer> lines) implements Placement {
        /** Copies the lines. */
        public Several {
            lines = List.copyOf(lines);
        }
    }

    /** A place fits loosely, but the change would break the file's syntax there, or that cannot be known. */
    record Unsafe(Rung rung, int first, String why) implements Placement {}

    /** Nothing fits. */
    record Nowhere() implements Placement {}
}
