package dev.tracemend.agent.edit.place;

import java.util.List;

/** These lines stand in the place of the file's lines {@code from} (0-based, inclusive) to {@code to}. */
public record Chunk(int from, int to, List<String> lines) {

    /** Copies the lines. */
    public Chunk {
        lines = List.copyOf(lines);
    }
}
