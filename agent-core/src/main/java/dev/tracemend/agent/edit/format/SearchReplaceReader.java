package dev.tracemend.agent.edit.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SEARCH/REPLACE blocks: the file's name above the fence or inside it, or that of the block before. Markers have five to
 * nine signs; where those of a block agree in number, lines that look like other markers are its content.
 */
final class SearchReplaceReader implements BlockReader {
    private static final Pattern HEAD = Pattern.compile("(<{5,9}|-{5,9}) ?(?:SEARCH|ORIGINAL)>?:?");
    private static final Pattern DIVIDER = Pattern.compile("(={5,9})");
    private static final Pattern END = Pattern.compile("(>{5,9}|\\+{5,9}) ?(?:REPLACE|UPDATED)<?:?");
    private static final Pattern START_LINE = Pattern.compile(":?(?:start_line|line):\\s*(\\d{1,7})");
    private static final Pattern OTHER_HINT = Pattern.compile(":?end_line:\\s*\\d{1,7}|-{5,9}");
    private static final Pattern ESCAPED = Pattern.compile("\\s*\\\\(?:<{5,9}|={5,9}|>{5,9}).*");

    private String before = "";

    @Override
    public boolean begins(ReplyLines reply, int line) {
        return signs(HEAD, reply, line) > 0;
    }

    @Override
    public int read(ReplyLines reply, int head, List<ReplyEdit> into) {
        Frame frame = strict(reply, head);
        if (frame.end < 0) {
            frame = lenient(reply, head);
        }
        boolean create = frame.divider == head + 1;
        String path = reply.names().above(reply, head, create);
        path = !path.isEmpty()
                ? path
                : !before.isEmpty() ? before : reply.names().only();
        if (frame.end < 0) {
            into.add(new ReplyEdit.Unreadable(path, head + 1, frame.why));
            return frame.next;
        }
        if (path.isEmpty()) {
            String why = "no file is named; write its path alone on the line above <<<<<<< SEARCH";
            into.add(new ReplyEdit.Unreadable("", head + 1, why));
            return frame.next;
        }
        before = path;
        into.add(block(reply, head, frame, path));
        return frame.next;
    }

    private static ReplyEdit block(ReplyLines reply, int head, Frame frame, String path) {
        int from = head + 1;
        int line = 0;
        Matcher hint = START_LINE.matcher(reply.stripped(from));
        if (hint.matches() && from < frame.divider) {
            line = Integer.parseInt(hint.group(1));
            from++;
            while (from < frame.divider
                    && OTHER_HINT.matcher(reply.stripped(from)).matches()) {
                from++;
            }
        }
        Hints hints = line == 0 ? Hints.NONE : new Hints(List.of(), line, false, false, Hints.FinalEnd.KEEP);
        return new ReplyEdit.Replace(
                path,
                head + 1,
                unescaped(reply.between(from, frame.divider)),
                unescaped(reply.between(frame.divider + 1, frame.end)),
                hints);
    }

    /** The block whose markers all have as many signs as its head. */
    private static Frame strict(ReplyLines reply, int head) {
        int size = signs(HEAD, reply, head);
        int divider = -1;
        for (int i = head + 1; i < reply.size(); i++) {
            if (signs(HEAD, reply, i) == size) {
                break;
            }
            if (signs(DIVIDER, reply, i) == size) {
                if (divider >= 0) {
                    break;
                }
                divider = i;
            }
            if (signs(END, reply, i) == size) {
                return divider < 0 ? Frame.none() : new Frame(divider, i, i + 1, "");
            }
        }
        return Frame.none();
    }

    /** The block by whatever markers come first; a second divider ends it where nothing better does. */
    private static Frame lenient(ReplyLines reply, int head) {
        int divider = head + 1;
        while (divider < reply.size() && signs(DIVIDER, reply, divider) == 0) {
            boolean end = signs(END, reply, divider) > 0;
            if (end || signs(HEAD, reply, divider) > 0) {
                String why = "expected ======= before " + reply.stripped(divider);
                return new Frame(-1, -1, divider + (end ? 1 : 0), why);
            }
            divider++;
        }
        if (divider >= reply.size()) {
            return new Frame(-1, -1, divider, "the reply ended before =======");
        }
        int second = -1;
        for (int i = divider + 1; i < reply.size(); i++) {
            if (signs(END, reply, i) > 0) {
                return new Frame(divider, i, i + 1, "");
            }
            if (signs(HEAD, reply, i) > 0) {
                return second >= 0
                        ? new Frame(divider, second, second + 1, "")
                        : new Frame(-1, -1, i, "expected >>>>>>> REPLACE before the next block");
            }
            second = second < 0 && signs(DIVIDER, reply, i) > 0 ? i : second;
        }
        return second >= 0
                ? new Frame(divider, second, second + 1, "")
                : new Frame(-1, -1, reply.size(), "the reply ended before >>>>>>> REPLACE");
    }

    /** How many signs a marker has; 0 where the line is none. */
    private static int signs(Pattern marker, ReplyLines reply, int line) {
        String text = reply.at(line);
        int i = 0;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        if (i == text.length() || "<-=>+".indexOf(text.charAt(i)) < 0) {
            return 0;
        }
        Matcher matcher = marker.matcher(text.strip());
        return matcher.matches() ? matcher.group(1).length() : 0;
    }

    private static List<String> unescaped(List<String> lines) {
        List<String> plain = new ArrayList<>(lines);
        plain.replaceAll(line -> ESCAPED.matcher(line).matches() ? line.replaceFirst("\\\\", "") : line);
        return plain;
    }

    private record Frame(int divider, int end, int next, String why) {
        static Frame none() {
            return new Frame(-1, -1, -1, "");
        }
    }
}
