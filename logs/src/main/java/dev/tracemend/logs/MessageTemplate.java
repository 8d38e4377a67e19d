package dev.tracemend.logs;

/**
 * The constant part of a message. Masks what varies from event to event: numbers, hexadecimal ids, UUIDs, quoted parts,
 * addresses, paths, times. Reads the first line of a message, up to {@link #MAX_CHARS} characters, in one pass.
 */
public final class MessageTemplate {
    /** Stands for a variable part. */
    public static final String MASK = "<*>";

    /** What lies behind counts no more. */
    public static final int MAX_CHARS = 1_000;

    private static final String ENDS = " \t,;()[]{}<>=\"'`|";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private MessageTemplate(String text) {
        this.text = text;
    }

    /** {@code message} with its variable parts replaced by {@link #MASK}; runs of them count as one. */
    public static String of(String message) {
        String line = message.strip();
        int end = line.indexOf('\n');
        int cut = Math.min(end < 0 ? line.length() : end, MAX_CHARS);
        return new MessageTemplate(line.substring(0, cut).strip()).mask();
    }

    private String mask() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            if ((c == '"' || c == '\'' || c == '`') && !wordBefore && quoted(c)) {
                continue;
            }
            if (ENDS.indexOf(c) >= 0) {
                out.append(c);
                at++;
            } else {
                word();
            }
        }
        return collapse(out.toString());
    }

    private boolean quoted(char quote) {
        int close = text.indexOf(quote, at + 1);
        if (close < 0) {
            return false;
        }
        variable();
        at = close + 1;
        return true;
    }

    private void word() {
        int end = at;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean link = text.charAt(at) == '/' || text.substring(at, end).contains("://");
        while (link && end < text.length() && " \t\"'`)>]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(at, end);
        at = end;
        String tail = "";
        while (word.length() > 1 && ".,;:!?".indexOf(word.charAt(word.length() - 1)) >= 0) {
            tail = word.charAt(word.length() - 1) + tail;
            word = word.substring(0, word.length() - 1);
        }
        if (isVariable(word)) {
            variable();
        } else {
            digitsMasked(word);
        }
        out.append(tail);
    }

    private static boolean isVariable(String word) {
        boolean path = (word.length() > 1 && word.charAt(0) == '/') || word.contains("://") || word.contains(":\\");
        boolean mail = word.indexOf('@') > 0 && word.indexOf('.', word.indexOf('@')) > 0;
        return path || mail || word.startsWith("./") || word.startsWith("../") || isHex(word);
    }

    /** UUIDs, hashes, addresses: digits and a to f alone, at least eight, with a digit among them. */
    private static boolean isHex(String word) {
        int from = word.startsWith("0x") || word.startsWith("0X") ? 2 : 0;
        int digits = 0;
        int hex = 0;
        for (int i = from; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F') && c != '-' && c != ':' && c != '.') {
                return false;
            }
            hex++;
        }
        return from > 0 ? hex > 0 : digits > 0 && hex >= 8;
    }

    /** {@code order-4711} is {@code order-<*>}; a piece with a digit in it varies as a whole: {@code carol19}, {@code 12ms}. */
    private void digitsMasked(String word) {
        int from = 0;
        while (from < word.length()) {
            int end = from;
            boolean digit = false;
            while (end < word.length() && (!isJoint(word, end) || (digit && isNumberJoint(word, end)))) {
                digit |= Character.isDigit(word.charAt(end));
                end++;
            }
            if (digit) {
                boolean signed = from == 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
                if (signed) {
                    out.setLength(out.length() - 1);
                }
                variable();
            } else {
                out.append(word, from, end);
            }
            if (end < word.length()) {
                out.append(word.charAt(end));
            }
            from = end + 1;
        }
    }

    private static boolean isJoint(String word, int at) {
        char c = word.charAt(at);
        return !Character.isLetterOrDigit(c) && c != '%';
    }

    /** A joint within a number, a time or a version: {@code 12.5}, {@code 10:00:00}, {@code 2026-11-21}. */
    private static boolean isNumberJoint(String word, int at) {
        char c = word.charAt(at);
        return (c == '.' || c == ':' || c == '-' || c == '/' || c == ',')
                && at + 1 < word.length()
                && Character.isDigit(word.charAt(at - 1))
                && Character.isDigit(word.charAt(at + 1));
    }

    private void variable() {
        int mask = out.length() - MASK.length();
        if (mask < 0 || out.lastIndexOf(MASK) != mask) {
            out.append(MASK);
        }
    }

    /** A list of variables has as many as there were: {@code <*>, <*>, <*>} is {@code <*>}. */
    private static String collapse(String masked) {
        StringBuilder text = new StringBuilder(masked.length());
        int i = 0;
        while (i < masked.length()) {
            boolean mask = masked.startsWith(MASK, i);
            if (!mask) {
                text.append(masked.charAt(i++));
                continue;
            }
            i += MASK.length();
            int next = afterJoint(masked, i);
            if (!masked.startsWith(MASK, next)) {
                text.append(MASK);
            } else {
                i = next;
            }
        }
        return text.toString();
    }

    private static int afterJoint(String masked, int from) {
        int next = from;
        while (next < masked.length() && next < from + 3 && ", ;-._:/".indexOf(masked.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }
}
