package dev.tracemend.logs;

import java.util.Set;

/**
 * A message that calls itself a failure before its first colon: {@code error: …}, {@code main.c:12:5: fatal error: …},
 * {@code Cart.cs(12,5): error CS1002: …}, {@code failed: [host] …}, whatever marks and frames are drawn before it.
 */
final class MarkedFailure {
    /** How far the mark may stand from the start, behind a place in the source. */
    private static final int REACH = 240;

    private static final int LONGEST = 24;
    private static final Set<String> WORDS = Set.of(
            "error",
            "fatal",
            "fatal error",
            "internal error",
            "runtime error",
            "panic",
            "critical",
            "uncaught",
            "failed",
            "failure",
            "exception",
            "err");

    /** What Oracle's tools begin their codes with: {@code ORA-12514: }. */
    private static final Set<String> CODED = Set.of("ORA", "TNS", "PLS", "RMAN");

    private MarkedFailure() {}

    /** Whether a word that was read as a logger is such a mark: {@code panic}. */
    static boolean isWord(String logger) {
        return WORDS.contains(logger);
    }

    /** Whether {@code message} starts so. */
    static boolean in(String message) {
        if (isCode(message)
                || (message.startsWith("make") && message.startsWith(": *** ", HeadWord.wordEnd(message, 0) - 1))) {
            return true;
        }
        int word = HeadWord.wordEnd(message, 0);
        return startsWithMark(message, 0)
                || (word < LONGEST
                        && message.startsWith("  ", word)
                        && startsWithMark(message, HeadWord.blanksEnd(message, word)));
    }

    private static boolean startsWithMark(String message, int start) {
        int from = behindMarks(message, start);
        int colon = message.indexOf(": ", from);
        if (colon > from && colon < REACH && isPlace(message, from, colon)) {
            from = colon + 2;
            colon = message.indexOf(": ", from);
        }
        if (message.startsWith("Error in ", from)) {
            // R names the call, then the failure.
            int end = message.indexOf(" : ", from);
            return end > 0 && end < REACH;
        }
        return colon >= from + 3
                && message.lastIndexOf('\n', colon) < 0
                && colon <= from + LONGEST
                && isMark(message, from, colon);
    }

    /** Whether {@code message} starts with a code of Oracle's tools. */
    static boolean isCode(String message) {
        int dash = message.indexOf('-');
        int end = dash == 3 || dash == 4 ? HeadWord.digitsEnd(message, dash + 1) : dash;
        return end > dash + 3 && message.startsWith(": ", end) && CODED.contains(message.substring(0, dash));
    }

    /** Frames and marks that programs draw: {@code │ }, {@code ✗ }, {@code ** }, {@code ==17==}. */
    private static int behindMarks(String message, int start) {
        int at = start;
        while (at < message.length() && at < start + LONGEST && !Character.isLetterOrDigit(message.charAt(at))) {
            char c = message.charAt(at);
            if (c == '/' || c == '.' || c == '"' || c == '\'' || c == '(') {
                break;
            }
            at++;
        }
        int digits = at > 1 && message.startsWith("==", at - 2) ? HeadWord.digitsEnd(message, at) : at;
        return message.startsWith("==", digits) ? digits + 2 : at;
    }

    /** {@code src/main.c:12:5}, {@code Cart.cs(12,5)}: no blank, and numbers at its end. */
    private static boolean isPlace(String message, int from, int end) {
        char last = message.charAt(end - 1);
        if (last != ')' && !Character.isDigit(last)) {
            return false;
        }
        boolean dot = false;
        boolean mark = false;
        for (int i = from; i < end; i++) {
            char c = message.charAt(i);
            if (c <= ' ') {
                return false;
            }
            dot |= c == '.';
            mark |= dot && (c == ':' || c == '(');
        }
        return mark;
    }

    /** One of the words, and at most a code behind it: {@code error CS1002}, {@code error[E0425]}. */
    private static boolean isMark(String message, int from, int colon) {
        String mark = message.substring(from, colon).toLowerCase(java.util.Locale.ROOT);
        if (WORDS.contains(mark)) {
            return true;
        }
        int end = 0;
        while (end < mark.length() && Character.isLetter(mark.charAt(end))) {
            end++;
        }
        boolean coded = end < mark.length()
                && (mark.charAt(end) == '[' || mark.charAt(end) == ' ')
                && mark.indexOf(' ', end + 1) < 0
                && Character.isDigit(mark.charAt(mark.length() - (mark.endsWith("]") ? 2 : 1)));
        return coded && WORDS.contains(mark.substring(0, end));
    }
}
