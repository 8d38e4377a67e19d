package dev.tracemend.agent.edit.place;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A place that a finder proposes.
 *
 * @param first 0-based
 * @param count of lines
 * @param fuzzy whether the lines there are only alike
 * @param effect what to write there; empty where that cannot be told
 */
record FoundPlace(int first, int count, boolean fuzzy, Supplier<Optional<List<Chunk>>> effect) {}
