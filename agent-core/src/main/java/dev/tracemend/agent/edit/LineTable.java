package dev.tracemend.agent.edit;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's text as lines that remember where they stand. Each line keeps its own end ({@code \n} or {@code \r\n}); a
 * byte order mark belongs to no line; the last line may have no end.
 */
final class LineTable {
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final int length;

    LineTable(String text) {
        length = text.length();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        while (start < length) {
            int feed = text.indexOf('\n', start);
            int stop = feed < 0 ? length : feed;
            boolean carriage = feed > start && text.charAt(feed - 1) == '\r';
            lines.add(text.substring(start, carriage ? stop - 1 : stop));
            starts.add(start);
            ends.add(feed < 0 ? "" : carriage ? "\r\n" : "\n");
            start = feed < 0 ? length : feed + 1;
        }
    }

    /** The lines without their ends. */
    List<String> lines() {
        return lines;
    }

    /** The edit that puts {@code replacement} in the place of the lines {@code from} (inclusive) to {@code to}. */
    TextEdit replace(String path, int from, int to, List<String> replacement) {
        String end = endAround(from);
        boolean openEnd = to == lines.size()
                && !lines.isEmpty()
                && ends.get(lines.size() - 1).isEmpty();
        if (openEnd && from == lines.size()) {
            return new TextEdit(path, length, length, end + String.join(end, replacement));
        }
        String joined = String.join(end, replacement);
        String text = replacement.isEmpty() || openEnd ? joined : joined + end;
        return new TextEdit(path, offset(from), offset(to), text);
    }

    private int offset(int line) {
        return line < lines.size() ? starts.get(line) : length;
    }

    private String endAround(int line) {
        for (int i = Math.min(line, lines.size() - 1); i >= 0; i--) {
            if (!ends.get(i).isEmpty()) {
                return ends.get(i);
            }
        }
        return "\n";
    }
}
