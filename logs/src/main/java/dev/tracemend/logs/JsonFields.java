package dev.tracemend.logs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A forgiving scan of one JSON object for its scalar fields: nested objects give dotted names, arrays are skipped, names
 * are lower case. Broken JSON gives the fields before the break. One pass, no recursion.
 */
final class JsonFields {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_DEPTH = 16;
    private static final int LONGEST_NAME = 200;

    private final String text;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final String[] prefixes = new String[MOST_DEPTH];
    private int depth;
    private int at;

    private JsonFields(String text) {
        this.text = text;
    }

    /** Whether {@code text} can be an object at all. */
    static boolean looksLikeJson(String text) {
        return text.length() > 6 && text.charAt(0) == '{' && text.indexOf('"') > 0 && text.indexOf('"') < 16;
    }

    /** Field names in lower case with their values, unescaped; empty if {@code text} is no JSON object. */
    static Map<String, String> read(String text) {
        JsonFields scan = new JsonFields(text);
        if (looksLikeJson(text)) {
            scan.at = 1;
            scan.prefixes[0] = "";
            scan.members();
        }
        return scan.fields;
    }

    private void members() {
        while (at < text.length() && fields.size() < MOST_FIELDS) {
            char c = text.charAt(at);
            if (c == '"') {
                if (!member()) {
                    return;
                }
            } else if (c == '}') {
                at++;
                if (--depth < 0) {
                    return;
                }
            } else if (c == ',' || c <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    private boolean member() {
        String name = string().toLowerCase(Locale.ROOT);
        blanks();
        if (at >= text.length() || text.charAt(at) != ':' || name.length() > LONGEST_NAME) {
            return false;
        }
        at++;
        blanks();
        if (at >= text.length()) {
            return false;
        }
        String path = prefixes[depth] + name;
        char c = text.charAt(at);
        if (c == '"') {
            fields.putIfAbsent(path, string());
        } else if (c == '{') {
            at++;
            return ++depth < MOST_DEPTH && enter(path);
        } else if (c == '[') {
            skipArray();
        } else {
            bare(path);
        }
        return true;
    }

    private boolean enter(String path) {
        prefixes[depth] = path + ".";
        return prefixes[depth].length() < LONGEST_NAME;
    }

    private void bare(String path) {
        int start = at;
        while (at < text.length() && ",} \t\r\n]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String value = text.substring(start, at);
        if (!value.isEmpty() && !value.equals("null")) {
            fields.putIfAbsent(path, value);
        }
    }

    private void skipArray() {
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                skipString();
                continue;
            }
            at++;
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (open == 0) {
                return;
            }
        }
    }

    private void skipString() {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    /** The string that starts at the quote here; an unclosed one ends with the text. */
    private String string() {
        int start = at + 1;
        skipString();
        boolean closed = at - 1 >= start && text.charAt(at - 1) == '"';
        String raw = text.substring(Math.min(start, at), closed ? at - 1 : at);
        return raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    /** Resolves the escapes of a JSON string; an unknown one stands for itself. */
    static String unescape(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            int code = escaped == 'u' ? hex(raw, i + 1) : -1;
            if (code >= 0) {
                plain.append((char) code);
                i += 4;
            } else {
                plain.append(plain(escaped));
            }
        }
        return plain.toString();
    }

    private static char plain(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }

    private static int hex(String raw, int from) {
        if (from + 4 > raw.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
