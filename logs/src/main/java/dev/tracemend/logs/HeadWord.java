package dev.tracemend.logs;

/** What the words of a line's head look like. */
final class HeadWord {
    private HeadWord() {}

    /** nginx's {@code 123#0:}. */
    static boolean isRequest(String word) {
        return word.endsWith(":") && word.indexOf('#') > 0 && Character.isDigit(word.charAt(0));
    }

    static boolean isSeparator(String word) {
        return switch (word) {
            case "-", "--", "---", ":", "|", "::", "=>", ">" -> true;
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
