package dev.tracemend.logs;

/** What the words of a line's head look like. */
final class HeadWord {
    private HeadWord() {}

    /** Where the digits that start at {@code from} end. */
    static int digitsEnd(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** A logger's name without the line it may carry: {@code main.go:12} is {@code main.go}. */
    static String withoutPlace(String name) {
        int colon = name.lastIndexOf(':');
        boolean numbered = colon > 0 && colon + 1 < name.length() && digitsEnd(name, colon + 1) == name.length();
        return numbered ? name.substring(0, colon) : name;
    }

    /** Where the blanks that start at {@code from} end. */
    static int blanksEnd(String line, int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** Where the word that starts at {@code from} ends. */
    static int wordEnd(String line, int from) {
        int end = Math.min(from, line.length());
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    /** A word without the brackets or the colon around it. */
    static String bare(String word) {
        int from = word.startsWith("[") ? 1 : 0;
        int end = word.length();
        while (end > from && ":]".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(from, end);
    }

    /** The bracket that closes the one at {@code open}; brackets within it count. -1 if there is none before {@code limit}. */
    static int closing(String line, int open, int limit) {
        int depth = 0;
        for (int i = open; i < line.length() && i < limit; i++) {
            char c = line.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return line.indexOf(']', open);
    }

    /** Whether a level's word is the first of a sentence: {@code ERROR count: 0}, {@code Error rate is 0}. */
    static boolean isSentence(String line, int end) {
        int start = blanksEnd(line, end);
        int stop = start;
        while (stop < line.length() && Character.isLowerCase(line.charAt(stop))) {
            stop++;
        }
        return switch (line.substring(start, stop)) {
            case "count",
                    "counts",
                    "rate",
                    "rates",
                    "total",
                    "budget",
                    "level",
                    "levels",
                    "logs",
                    "handler",
                    "handling" -> true;
            default -> false;
        };
    }

    /** {@code nova.compute.manager}: words joined by dots. */
    static boolean isDotted(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && dot + 1 < name.length() && isLogger(name) && !Character.isDigit(name.charAt(dot + 1));
    }

    /** {@code nova.compute.manager}: two dots or more, and no capitals. */
    static boolean isModule(String name) {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLowerCase(c) && c != '.' && c != '_') {
                return false;
            }
            dots += c == '.' ? 1 : 0;
        }
        return dots > 1 && !name.endsWith(".");
    }

    /** Whether a bracket or a gap of blanks follows. */
    static boolean bracketOrGap(String line, int end) {
        int next = blanksEnd(line, end);
        return next > end + 1 || (next < line.length() && line.charAt(next) == '[');
    }

    /** nginx's {@code 123#0:}. */
    static boolean isRequest(String word) {
        return word.endsWith(":") && word.indexOf('#') > 0 && Character.isDigit(word.charAt(0));
    }

    static boolean isSeparator(String word) {
        return switch (word) {
            case "-", "--", "---", ":", "|", "::", "=>", ">", "-->", "]" -> true;
            default -> false;
        };
    }

    static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && !(c == ':' && i > 0 && i == word.length() - 1)) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** Letters, digits, dots and the like, starting with a letter; never an exception, which belongs to the message. */
    static boolean isLogger(String name) {
        if (name.isEmpty() || name.length() > 120 || ExceptionHeader.hasExceptionSuffix(name)) {
            return false;
        }
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._$-/:".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code com.acme.Shop}, {@code c.a.Shop:42}, {@code com.acme.Shop.run}; no sentence has such a word. */
    static boolean isClassName(String name) {
        int dot = name.lastIndexOf('.');
        int above = dot > 0 ? name.lastIndexOf('.', dot - 1) : -1;
        boolean method = above > 0 && Character.isUpperCase(name.charAt(above + 1));
        return method || (dot > 0 && dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1)));
    }
}
