package dev.tracemend.bench.edits;

import java.util.ArrayList;
import java.util.List;

/**
 * One change that a person made: the lines {@code [from, to)} of a file became others.
 *
 * @param search those lines with context around them
 * @param replace what they became, with the same context
 */
record TrueEdit(String path, List<String> file, int from, List<String> search, List<String> replace) {

    /** The file after this change alone. */
    List<String> result() {
        List<String> lines = new ArrayList<>(file.subList(0, from));
        lines.addAll(replace);
        lines.addAll(file.subList(from + search.size(), file.size()));
        return lines;
    }
}
