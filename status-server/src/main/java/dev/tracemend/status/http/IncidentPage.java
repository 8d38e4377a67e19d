package dev.tracemend.status.http;

import dev.tracemend.status.board.IncidentRow;
import java.util.List;

/**
 * A part of the listing, last seen first.
 *
 * @param next what to give as {@code cursor} for the part after this one, empty at the end
 * @param total incidents over all parts
 * @param position where the changes of {@code /api/events} stand
 */
record IncidentPage(List<IncidentRow> incidents, String next, int total, String position) {}
