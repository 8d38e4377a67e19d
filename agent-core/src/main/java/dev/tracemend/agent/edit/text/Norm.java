package dev.tracemend.agent.edit.text;

/** A normal form of lines: two lines are taken for the same where their normal forms are equal. */
public enum Norm {
    /** The line itself. */
    EXACT,
    /** Without blanks at the end. */
    RSTRIP,
    /** Without blanks at both ends. */
    STRIP,
    /** As STRIP, typographic signs made plain. */
    FOLD,
    /** As FOLD, without blanks but for one between two words. */
    TOKENS;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** The normal form. */
    public String of(String line) {
        return switch (this) {
            case EXACT -> line;
            case RSTRIP -> line.stripTrailing();
            case STRIP -> line.strip();
            case FOLD -> Typography.plain(line).strip();
            case TOKENS -> collapsed(Typography.plain(line));
        };
    }

    /** Whether two lines have the same normal form. */
    public boolean same(String one, String other) {
        return one.equals(other) || this != EXACT && of(one).equals(of(other));
    }

    /** A hash of the normal form; 0 where it is empty. */
    long hash(String text, int from, int to) {
        if (this == FOLD || this == TOKENS) {
            String normal = of(text.substring(from, to));
            return hashed(normal, 0, normal.length());
        }
        int start = from;
        int stop = to;
        while (this != EXACT && stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        while (this == STRIP && start < stop && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return hashed(text, start, stop);
    }

    private static long hashed(String text, int from, int to) {
        if (from >= to) {
            return 0;
        }
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return (hash ^ hash >>> 29) * PRIME | 1;
    }

    private static String collapsed(String line) {
        StringBuilder text = new StringBuilder(line.length());
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (Character.isWhitespace(sign)) {
                blank = true;
                continue;
            }
            boolean between = blank && !text.isEmpty() && isWord(text.charAt(text.length() - 1)) && isWord(sign);
            text.append(between ? " " : "").append(sign);
            blank = false;
        }
        return text.toString();
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }
}
