package dev.tracemend.agent.edit.place;

import java.util.List;

/**
 * A part of a file that is alike to SEARCH.
 *
 * @param first 0-based
 * @param end the line behind the last one
 * @param lineOf for each line of SEARCH its line of the file; -1 where it has none
 * @param score from 0 to 1, by characters
 */
record Region(int first, int end, List<Integer> lineOf, double score) {

    boolean overlaps(Region other) {
        return first < other.end && other.first < end;
    }
}
