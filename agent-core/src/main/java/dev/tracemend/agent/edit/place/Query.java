package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.format.Hints;
import java.util.List;

/**
 * A block that wants a place.
 *
 * @param after 0-based line behind the place of the block before, for forms that keep the file's order
 * @param firstMatch of several places take the first
 * @param strict ask only the finders that need equal lines
 */
public record Query(
        List<String> search, List<String> replace, Hints hints, int after, boolean firstMatch, boolean strict) {

    /** The block without blank lines at the ends of SEARCH, and without as many of REPLACE. */
    Query trimmed() {
        int lead = leading(search);
        if (lead == search.size()) {
            return this;
        }
        int trail = trailing(search);
        int from = Math.min(lead, leading(replace));
        int to = replace.size() - Math.min(trail, trailing(replace));
        List<String> rest = from >= to ? List.of() : replace.subList(from, to);
        return with(search.subList(lead, search.size() - trail), rest);
    }

    Query with(List<String> newSearch, List<String> newReplace) {
        return new Query(newSearch, newReplace, hints, after, firstMatch, strict);
    }

    private static int leading(List<String> lines) {
        int n = 0;
        while (n < lines.size() && lines.get(n).isBlank()) {
            n++;
        }
        return n;
    }

    private static int trailing(List<String> lines) {
        int n = 0;
        while (n < lines.size() && lines.get(lines.size() - 1 - n).isBlank()) {
            n++;
        }
        return n;
    }
}
