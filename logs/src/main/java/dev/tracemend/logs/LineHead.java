package dev.tracemend.logs;

/**
 * Knows the commonest lines of a trace by their first bytes. What it does not know is left to {@link Continuation}: these
 * looks are a short cut through that rule, never another rule.
 */
final class LineHead {
    private static final byte[] CAUSED = ascii("Caused by: ");
    private static final byte[] SUPPRESSED = ascii("Suppressed: ");
    private static final byte[] AT = ascii("at ");
    /** Where the parsers stop looking. */
    private static final int LONGEST = 2_000;

    private LineHead() {}

    @SuppressWarnings("deprecation") // ASCII.
    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        text.getBytes(0, bytes.length, bytes, 0);
        return bytes;
    }

    /** Whether the line surely belongs to any event before it: a frame of Java, or a cause. */
    static boolean continues(byte[] line, int from, int to) {
        int at = from;
        while (at < to && (line[at] == '\t' || line[at] == ' ')) {
            at++;
        }
        if (at == to || to - from > LONGEST) {
            return false;
        }
        return switch (line[at]) {
            case 'a' -> startsWith(AT, line, at, to) && isJavaFrame(line, at + AT.length, to);
            case 'C' -> startsWith(CAUSED, line, at, to);
            case 'S' -> startsWith(SUPPRESSED, line, at, to);
            default -> false;
        };
    }

    private static boolean startsWith(byte[] prefix, byte[] line, int at, int to) {
        if (to - at <= prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (line[at + i] != prefix[i]) {
                return false;
            }
        }
        // White space alone behind it would be stripped.
        return line[at + prefix.length] > ' ';
    }

    /** {@code java.base/java.util.Optional.get(Optional.java:143)}; a hidden class is left to the rule. */
    private static boolean isJavaFrame(byte[] line, int from, int to) {
        int start = from;
        int dot = -1;
        int at = from;
        for (; at < to && line[at] != '('; at++) {
            byte b = line[at];
            if (b <= ' ' || (b == '$' && line[at - 1] == '$')) {
                return false;
            }
            start = b == '/' ? at + 1 : start;
            dot = b == '.' ? at : dot;
        }
        return at < to && dot > start && dot + 1 < at && ByteScan.indexOf(line, at, to, ')') > 0;
    }
}
