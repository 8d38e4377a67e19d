package dev.tracemend.logs;

/** Patterns in which {@code *} stands for anything; upper and lower case are the same. At worst length times length steps. */
final class TextGlob {
    private static final int LONGEST = 4_096;

    private TextGlob() {}

    /** Whether the whole of {@code text} (its first 4096 characters) fits. */
    static boolean matches(String pattern, String text) {
        int end = Math.min(text.length(), LONGEST);
        int at = 0;
        int p = 0;
        int star = -1;
        int mark = 0;
        while (at < end) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = at;
            } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(at))) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char a, char b) {
        return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
