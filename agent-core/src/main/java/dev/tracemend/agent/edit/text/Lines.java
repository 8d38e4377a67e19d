package dev.tracemend.agent.edit.text;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A text as lines that remember where they stand. Each keeps its own end, {@code \n} or {@code \r\n} ({@code \r} in a
 * text that has no {@code \n} at all); the last line may have none. As a list: the lines without their ends.
 */
public final class Lines extends AbstractList<String> implements RandomAccess {
    private final String text;
    private final int[] starts;
    private final int[] stops;
    private final int size;

    /** The lines of a text; an empty text has none. */
    public Lines(String text) {
        this.text = text;
        boolean old = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0;
        int[] begin = new int[64 + text.length() / 32];
        int[] end = new int[begin.length];
        int count = 0;
        for (int start = 0; start < text.length(); count++) {
            if (count + 1 >= begin.length) {
                begin = Arrays.copyOf(begin, begin.length * 2);
                end = Arrays.copyOf(end, begin.length);
            }
            int feed = text.indexOf(old ? '\r' : '\n', start);
            int stop = feed < 0 ? text.length() : feed;
            begin[count] = start;
            end[count] = !old && feed > start && text.charAt(feed - 1) == '\r' ? stop - 1 : stop;
            start = feed < 0 ? text.length() : feed + 1;
        }
        begin[count] = text.length();
        starts = begin;
        stops = end;
        size = count;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String get(int line) {
        return text.substring(start(line), stop(line));
    }

    /** The character at which a line begins; for {@link #size()} the end of the text. */
    public int start(int line) {
        if (line < 0 || line > size) {
            throw new IndexOutOfBoundsException("line " + line + " of " + size);
        }
        return starts[line];
    }

    /** The character after a line's last, before its end. */
    public int stop(int line) {
        return stops[line];
    }

    /** The line that holds a character. */
    public int at(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Whether the last line has an end, or there is no line. */
    public boolean closed() {
        return size == 0 || !end(size - 1).isEmpty();
    }

    /** How a line ends: {@code \n}, {@code \r\n}, {@code \r} or nothing. */
    public String end(int line) {
        return text.substring(stops[line], starts[line + 1]);
    }

    /** The end that lines around this one have. */
    public String endAround(int line) {
        for (int i = Math.min(line, size - 1); i >= 0; i--) {
            if (stops[i] < starts[i + 1]) {
                return end(i);
            }
        }
        return size > 0 && stops[0] < starts[1] ? end(0) : "\n";
    }

    /** The text that stands for these lines if they replace the lines {@code from} (inclusive) to {@code to}. */
    public String joined(int from, int to, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        String end = endAround(from);
        boolean open = to == size && !closed();
        String body = String.join(end, lines);
        if (open && from == size) {
            return end + body;
        }
        return open ? body : body + end;
    }
}
