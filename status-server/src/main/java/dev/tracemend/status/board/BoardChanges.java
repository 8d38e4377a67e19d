package dev.tracemend.status.board;

import java.util.List;

/**
 * What a reader of changes has to learn.
 *
 * @param anew whether {@code rows} is the whole board and what the reader had is void
 * @param rows the rows, oldest change first
 * @param position where the reader stands after them
 */
public record BoardChanges(boolean anew, List<IncidentRow> rows, BoardPosition position) {}
