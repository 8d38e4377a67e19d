package dev.tracemend.logs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code level=error msg="no such user" user=7} into names (lower case) and values; one pass. */
final class LogfmtFields {
    private static final int MOST_FIELDS = 100;

    private LogfmtFields() {}

    /** Whether the line starts with {@code name=} and names its level near the start. */
    static boolean looksLikeLogfmt(String line) {
        int end = nameEnd(line, 0);
        if (end == 0 || end >= line.length() || line.charAt(end) != '=') {
            return false;
        }
        String head = line.substring(0, Math.min(line.length(), LineParser.PREFIX));
        return head.startsWith("level=")
                || head.startsWith("lvl=")
                || head.startsWith("at=")
                || head.startsWith("severity=")
                || head.contains(" level=")
                || head.contains(" lvl=")
                || head.contains(" severity=");
    }

    /** The fields; what is no field is passed over. */
    static Map<String, String> read(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < line.length() && fields.size() < MOST_FIELDS) {
            int end = nameEnd(line, at);
            if (end == at || end >= line.length() || line.charAt(end) != '=') {
                at = end + 1;
                continue;
            }
            String name = line.substring(at, end).toLowerCase(Locale.ROOT);
            int stop = valueEnd(line, end + 1);
            fields.putIfAbsent(name, value(line, end + 1, stop));
            at = stop;
        }
        return fields;
    }

    private static int nameEnd(String line, int from) {
        int end = from;
        while (end < line.length() && isName(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isName(char c) {
        return c > ' ' && c < 127 && c != '=' && c != '"';
    }

    private static int valueEnd(String line, int from) {
        boolean quoted = from < line.length() && line.charAt(from) == '"';
        int at = quoted ? from + 1 : from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (quoted ? c == '"' : c <= ' ') {
                return quoted ? at + 1 : at;
            }
            at += quoted && c == '\\' ? 2 : 1;
        }
        return line.length();
    }

    private static String value(String line, int from, int end) {
        if (from >= end || line.charAt(from) != '"') {
            return line.substring(Math.min(from, end), end);
        }
        boolean closed = end - 1 > from && line.charAt(end - 1) == '"';
        return JsonFields.unescape(line.substring(from + 1, closed ? end - 1 : end));
    }
}
