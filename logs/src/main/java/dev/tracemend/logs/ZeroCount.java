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
            boolean digitBefore = at > 0 && Character.isDigit(text.charAt(at - 1));
            if (at >= 0 && !digitBefore) {
                return true;
            }
        }
        return false;
    }
}
