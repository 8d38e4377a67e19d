package dev.tracemend.agent.judge;

/** Looks whether a piece of Java opens as many blocks as it closes, without reading it as a whole. */
final class Braces {
    private Braces() {}

    /** False where in doubt: text blocks, and strings or comments that do not end in the piece. */
    static boolean balanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth < 0) {
                return false;
            } else if (c == '"' || c == '\'') {
                i = endOfQuoted(text, i);
            } else if (text.startsWith("//", i)) {
                i = text.indexOf('\n', i);
            } else if (text.startsWith("/*", i)) {
                i = text.indexOf("*/", i + 2);
                i = i < 0 ? -1 : i + 1;
            } else if (text.startsWith("*/", i) || c == '\\') {
                return false;
            }
            if (i < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int endOfQuoted(String text, int start) {
        if (text.startsWith("\"\"\"", start)) {
            return -1;
        }
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(start)) {
                return i;
            }
        }
        return -1;
    }
}
