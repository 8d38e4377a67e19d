package dev.tracemend.logs;

import java.util.Locale;

/** Messages that say nothing but that there were no failures: {@code 0 errors, failed=0}, {@code no errors found}. */
final class ZeroCount {
    private static final String[] NONE = {
        "0 errors",
        "0 failures",
        "0 failed",
        "no errors",
        "no failures",
        "no error",
        "failed=0",
        "errors=0",
        "errors: 0",
        "failures: 0",
        "failed: 0",
        "error_count=0",
        "errors_total 0",
        "error rate 0",
        "without errors",
        "without error"
    };
    private static final int LONGEST = 200;

    private ZeroCount() {}

    /** Whether {@code message} is one. */
    static boolean only(String message) {
        if (message.length() > LONGEST) {
            return false;
        }
        String text = message.toLowerCase(Locale.ROOT);
        for (String none : NONE) {
            int at = text.indexOf(none);
            boolean within = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            if (at >= 0 && !within) {
                return !counts(text, "error") && !counts(text, "fail");
            }
        }
        return false;
    }

    /** Whether a number other than 0 stands beside a word that starts so: {@code failures: 1}, {@code 2 errors}. */
    private static boolean counts(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at;
            while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            boolean named = end < text.length() && (text.charAt(end) == '=' || text.charAt(end) == ':');
            int value = named ? HeadWord.blanksEnd(text, end + 1) : text.length();
            int before = at > 1 && text.charAt(at - 1) == ' ' ? at - 2 : -1;
            while (before > 0 && Character.isDigit(text.charAt(before)) && Character.isDigit(text.charAt(before - 1))) {
                before--;
            }
            if (isCount(text, value) || isCount(text, before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCount(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '1' && text.charAt(at) <= '9';
    }
}
