package dev.tracemend.agent.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds a block's lines in a file, strictest rung first: equal lines, equal but for blanks at line ends, the same lines
 * indented by another but uniform amount, and all of these without surplus blank lines at the block's ends. The first
 * rung that finds anything decides, so a looser rung never overrules a stricter one.
 */
final class PlacementLadder {
    private final List<String> file;

    PlacementLadder(List<String> file) {
        this.file = file;
    }

    /** The places of the block; {@code starts} is empty where no rung fits. */
    PlacedBlock find(List<String> search, List<String> replace) {
        PlacedBlock found = firstThree(search, replace);
        if (!found.starts().isEmpty()) {
            return found;
        }
        int lead = leadingBlank(search);
        int trail = lead == search.size() ? 0 : trailingBlank(search);
        if (lead == search.size() || lead + trail == 0) {
            return found;
        }
        return firstThree(search.subList(lead, search.size() - trail), withoutBlank(replace, lead, trail));
    }

    private PlacedBlock firstThree(List<String> search, List<String> replace) {
        List<Integer> equal = places(search, UnaryOperator.identity());
        if (!equal.isEmpty()) {
            return new PlacedBlock(equal, search, replace);
        }
        List<Integer> stripped = places(search, String::stripTrailing);
        return stripped.isEmpty() ? shifted(search, replace) : new PlacedBlock(stripped, search, replace);
    }

    private List<Integer> places(List<String> search, UnaryOperator<String> as) {
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; !search.isEmpty() && start + search.size() <= file.size(); start++) {
            int i = 0;
            while (i < search.size() && as.apply(search.get(i)).equals(as.apply(file.get(start + i)))) {
                i++;
            }
            if (i == search.size()) {
                starts.add(start);
            }
        }
        return starts;
    }

    private PlacedBlock shifted(List<String> search, List<String> replace) {
        String common = Indent.common(search, replace);
        List<Integer> starts = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (int start = 0; start + search.size() <= file.size(); start++) {
            Indent.shift(search, file.subList(start, start + search.size()), common)
                    .ifPresent(prefixes::add);
            if (prefixes.size() > starts.size()) {
                starts.add(start);
            }
        }
        if (starts.isEmpty()) {
            return new PlacedBlock(List.of(), search, replace);
        }
        String prefix = prefixes.get(0);
        return new PlacedBlock(starts, Indent.move(search, common, prefix), Indent.move(replace, common, prefix));
    }

    private static List<String> withoutBlank(List<String> lines, int lead, int trail) {
        int from = Math.min(lead, leadingBlank(lines));
        int to = lines.size() - Math.min(trail, trailingBlank(lines));
        return from >= to ? List.of() : lines.subList(from, to);
    }

    private static int leadingBlank(List<String> lines) {
        int n = 0;
        while (n < lines.size() && lines.get(n).isBlank()) {
            n++;
        }
        return n;
    }

    private static int trailingBlank(List<String> lines) {
        int n = 0;
        while (n < lines.size() && lines.get(lines.size() - 1 - n).isBlank()) {
            n++;
        }
        return n;
    }
}
