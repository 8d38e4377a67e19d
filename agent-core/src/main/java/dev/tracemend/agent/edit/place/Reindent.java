package dev.tracemend.agent.edit.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves lines from the indentation that a reply gives them to the one that the file has. Blank lines have none. */
final class Reindent {
    private static final int[] UNITS = {4, 2, 8, 3};

    private final String cut;
    private final String put;
    private final Map<Integer, Integer> columns;
    private final int unit;
    private final boolean tabs;
    private final boolean byColumns;

    private Reindent(String cut, String put, Map<Integer, Integer> columns, int unit, boolean tabs) {
        this.cut = cut;
        this.put = put;
        this.columns = columns;
        this.unit = unit;
        this.tabs = tabs;
        this.byColumns = unit > 0;
    }

    /** Leaves lines as they are. */
    static Reindent none() {
        return new Reindent("", "", Map.of(), 0, false);
    }

    /** The one shift that makes every line of SEARCH stand where the file's does; empty where there is none. */
    static Optional<Reindent> uniform(List<String> search, List<String> replace, List<String> file) {
        Optional<Reindent> prefix = prefix(search, replace, file);
        return prefix.isPresent() ? prefix : tabbed(search, file);
    }

    /** Gives each line the file's indentation of a line that stood where it stands, and places others between. */
    static Reindent perLine(List<String> search, List<String> file) {
        boolean tabs = file.stream().anyMatch(line -> line.startsWith("\t"));
        Map<Integer, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < search.size(); i++) {
            if (!search.get(i).isBlank() && !file.get(i).isBlank()) {
                columns.putIfAbsent(width(search.get(i), UNITS[0]), width(file.get(i), UNITS[0]));
            }
        }
        return columns.isEmpty() ? none() : new Reindent("", "", columns, UNITS[0], tabs);
    }

    /** The line where the file would have it. */
    String apply(String line) {
        if (!byColumns) {
            if (cut.equals(put)) {
                return line;
            }
            return line.isBlank() ? "" : put + (line.startsWith(cut) ? line.substring(cut.length()) : line.strip());
        }
        if (line.isBlank()) {
            return "";
        }
        int want = Math.max(0, column(width(line, unit)));
        String rest = line.substring(indent(line).length());
        return (tabs ? "\t".repeat(want / unit) + " ".repeat(want % unit) : " ".repeat(want)) + rest;
    }

    List<String> apply(List<String> lines) {
        return lines.stream().map(this::apply).toList();
    }

    static String indent(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    /** Known columns go where they went; one between or beyond them keeps its distance to the next known to its left. */
    private int column(int width) {
        Integer known = columns.get(width);
        if (known != null) {
            return known;
        }
        int nearest = Integer.MIN_VALUE;
        int least = Integer.MAX_VALUE;
        for (int column : columns.keySet()) {
            nearest = column < width && column > nearest ? column : nearest;
            least = Math.min(least, column);
        }
        int anchor = nearest == Integer.MIN_VALUE ? least : nearest;
        return columns.getOrDefault(anchor, anchor) + (int) Math.round((width - anchor) * scale());
    }

    /** How much wider the file indents a step than the reply does. */
    private double scale() {
        int low = columns.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
        int high = columns.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        int there = columns.getOrDefault(high, 0) - columns.getOrDefault(low, 0);
        return high == low || there <= 0 ? 1 : Math.min(4, Math.max(0.25, (double) there / (high - low)));
    }

    private static Optional<Reindent> prefix(List<String> search, List<String> replace, List<String> file) {
        String common = common(search, common(replace, null));
        if (common == null) {
            return Optional.of(none());
        }
        String put = null;
        for (int i = 0; i < search.size(); i++) {
            if (search.get(i).isBlank()) {
                continue;
            }
            String rest = indent(search.get(i)).substring(common.length());
            String here = indent(file.get(i));
            if (!here.endsWith(rest)) {
                return Optional.empty();
            }
            String before = here.substring(0, here.length() - rest.length());
            if (put != null && !put.equals(before)) {
                return Optional.empty();
            }
            put = before;
        }
        return Optional.of(put == null ? none() : new Reindent(common, put, Map.of(), 0, false));
    }

    /** Tabs on one side, blanks on the other: one width of a tab must explain every line, with one and the same shift. */
    private static Optional<Reindent> tabbed(List<String> search, List<String> file) {
        boolean tabs = file.stream().anyMatch(line -> indent(line).indexOf('\t') >= 0);
        if (!tabs && search.stream().noneMatch(line -> indent(line).indexOf('\t') >= 0)) {
            return Optional.empty();
        }
        for (int unit : UNITS) {
            Map<Integer, Integer> columns = new LinkedHashMap<>();
            boolean same = true;
            int shift = 0;
            for (int i = 0; i < search.size() && same; i++) {
                if (!search.get(i).isBlank()) {
                    int there = width(file.get(i), unit) - width(search.get(i), unit);
                    same = columns.isEmpty() || there == shift;
                    shift = there;
                    columns.put(width(search.get(i), unit), width(file.get(i), unit));
                }
            }
            if (same && !columns.isEmpty()) {
                return Optional.of(new Reindent("", "", columns, unit, tabs));
            }
        }
        return Optional.empty();
    }

    private static @org.jspecify.annotations.Nullable String common(
            List<String> lines, @org.jspecify.annotations.Nullable String start) {
        String common = start;
        for (String line : lines) {
            if (!line.isBlank()) {
                String indent = indent(line);
                if (common == null) {
                    common = indent;
                } else {
                    int end = 0;
                    while (end < Math.min(common.length(), indent.length())
                            && common.charAt(end) == indent.charAt(end)) {
                        end++;
                    }
                    common = common.substring(0, end);
                }
            }
        }
        return common;
    }

    private static int width(String line, int unit) {
        int width = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                width += unit;
            } else if (line.charAt(i) == ' ') {
                width++;
            } else {
                break;
            }
        }
        return width;
    }
}
