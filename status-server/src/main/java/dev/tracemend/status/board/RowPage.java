package dev.tracemend.status.board;

import java.util.List;

/**
 * Rows of one moment, last seen first.
 *
 * @param more whether others follow
 * @param total how many there are over all parts
 * @param position the moment: what changes later comes after it
 * @param generation see {@link BoardIndex#generation}
 */
public record RowPage(List<IncidentRow> rows, boolean more, int total, BoardPosition position, int generation) {
    /** Copies the rows. */
    public RowPage {
        rows = List.copyOf(rows);
    }
}
