package dev.tracemend.streams.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines as a context shows them, without control characters, within its bounds: 200 lines and 64 KiB in all, of which an
 * event takes at most 120 lines and 40 KiB, what stands before it and what follows it at most 40 lines and 12 KiB each.
 *
 * @param truncated whether a line was cut or left out
 */
public record EventLines(List<String> lines, boolean truncated) {
    private static final int LINE_CHARS = 2000;
    private static final int HEAD_LINES = 80;
    private static final int TAIL_LINES = 39;
    private static final int HEAD_BYTES = 26 * 1024;
    private static final int TAIL_BYTES = 13 * 1024;
    private static final int AROUND_BYTES = 12 * 1024;
    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;?]{0,32}[A-Za-z]");
    /** What could steer a terminal or swell when it is escaped. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    /** Copies the lines. */
    public EventLines {
        lines = List.copyOf(lines);
    }

    /** The lines of an event; of a long one its beginning and, as the root cause stands there, its end. */
    public static EventLines of(String text) {
        if (text.length() <= LINE_CHARS && isPlain(text)) {
            return new EventLines(List.of(text), false);
        }
        boolean cut = false;
        List<String> all = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            cut |= line.length() > LINE_CHARS;
            all.add(clean(line.length() > LINE_CHARS ? clipped(line) : line));
        }
        List<String> head = head(all, HEAD_LINES + TAIL_LINES, HEAD_BYTES + TAIL_BYTES);
        if (head.size() == all.size()) {
            return new EventLines(all, cut);
        }
        List<String> kept = new ArrayList<>(head(all, HEAD_LINES, HEAD_BYTES));
        List<String> tail = tail(all.subList(kept.size(), all.size()), TAIL_LINES, TAIL_BYTES);
        kept.add("\t... " + (all.size() - kept.size() - tail.size()) + " lines left out");
        kept.addAll(tail);
        return new EventLines(kept, true);
    }

    /** One line, without control characters and within its bounds. */
    static String shown(String line) {
        return clean(line.length() > LINE_CHARS ? clipped(line) : line);
    }

    /** The nearest of the lines before an error that fit. */
    static List<String> nearest(List<String> before) {
        return tail(before, before.size(), AROUND_BYTES);
    }

    /** Lines after an error with one more; where there is no room the same. */
    static List<String> appended(List<String> after, String line) {
        List<String> all = new ArrayList<>(after);
        all.add(line);
        return following(all);
    }

    /** Those of the lines after an error that fit. */
    static List<String> following(List<String> after) {
        return head(after, after.size(), AROUND_BYTES);
    }

    private static List<String> head(List<String> lines, int most, int bytes) {
        int end = 0;
        int size = 0;
        while (end < lines.size() && end < most) {
            size += size(lines.get(end));
            if (size > bytes) {
                break;
            }
            end++;
        }
        return lines.subList(0, end);
    }

    private static List<String> tail(List<String> lines, int most, int bytes) {
        Deque<String> kept = new ArrayDeque<>();
        int size = 0;
        for (int i = lines.size() - 1; i >= 0 && kept.size() < most; i--) {
            size += size(lines.get(i));
            if (size > bytes) {
                break;
            }
            kept.addFirst(lines.get(i));
        }
        return List.copyOf(kept);
    }

    /** Bytes of a line with its end; a lone half of a character counts like a whole one. */
    private static int size(String line) {
        int size = line.length() + 1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            size += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return size;
    }

    /** Most lines are: nothing to split, nothing to clean. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == '\u007f') {
                return false;
            }
        }
        return true;
    }

    private static String clean(String line) {
        if (isPlain(line)) {
            return line;
        }
        return CONTROL.matcher(COLOUR.matcher(line).replaceAll("")).replaceAll("\uFFFD");
    }

    /** Cut so that no character is halved. */
    private static String clipped(String line) {
        int end = Character.isHighSurrogate(line.charAt(LINE_CHARS - 1)) ? LINE_CHARS - 1 : LINE_CHARS;
        return line.substring(0, end) + "…";
    }
}
