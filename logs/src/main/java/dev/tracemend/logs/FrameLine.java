package dev.tracemend.logs;

import java.util.Optional;

/** Reads one frame line of a trace, given without the white space around it. */
final class FrameLine {
    private static final int LONGEST = 2_000;

    private FrameLine() {}

    /** Whether the line is a frame of Java or Node, or says how many were left out. */
    static boolean isFrame(String stripped) {
        return isMore(stripped)
                || (stripped.startsWith("at ")
                        && (javaDot(stripped) > 0 || node(stripped).isPresent()));
    }

    /** {@code ... 4 more}, {@code ... 12 common frames omitted}, {@code ... 5 lines matching cause stack trace ...}. */
    static boolean isMore(String stripped) {
        int blank = stripped.startsWith("... ") ? stripped.indexOf(' ', 4) : -1;
        return blank > 4
                && blank < 12
                && digits(stripped, 4, blank)
                && (stripped.startsWith("more", blank + 1)
                        || stripped.startsWith("common", blank + 1)
                        || stripped.startsWith("frames", blank + 1)
                        || stripped.startsWith("lines matching", blank + 1));
    }

    /** How many frames {@link #isMore} says were left out. */
    static int more(String stripped) {
        int count = 0;
        for (int i = 4; i < stripped.length() && i < 10 && Character.isDigit(stripped.charAt(i)); i++) {
            count = count * 10 + Character.digit(stripped.charAt(i), 10);
        }
        return count;
    }

    /** {@code at java.base/java.util.Optional.get(Optional.java:143)}, also with packaging data behind it. */
    static Optional<StackFrame> java(String stripped) {
        int dot = javaDot(stripped);
        if (dot < 0) {
            return Optional.empty();
        }
        int open = stripped.indexOf('(', dot);
        String place = stripped.substring(open + 1, stripped.indexOf(')', open));
        int colon = place.lastIndexOf(':');
        String file = colon < 0 ? place : place.substring(0, colon);
        int line = colon < 0 ? 0 : number(place, colon + 1, place.length());
        boolean known = file.indexOf('.') > 0 && file.indexOf(' ') < 0 && file.charAt(0) != '<';
        String className = stripped.substring(nameStart(stripped, open), dot);
        return Optional.of(new StackFrame(
                className,
                stripped.substring(dot + 1, open),
                known ? file : "",
                known ? line : 0,
                OwnCode.javaClass(className)));
    }

    /** The dot between class and method of a frame of Java; -1 where the line is none. */
    private static int javaDot(String stripped) {
        int open = stripped.indexOf('(');
        int close = open < 0 ? -1 : stripped.indexOf(')', open);
        if (!stripped.startsWith("at ") || close < 0 || open > LONGEST || close > open + LONGEST) {
            return -1;
        }
        int start = nameStart(stripped, open);
        int dot = stripped.lastIndexOf('.', open - 1);
        int blank = stripped.indexOf(' ', start);
        return dot > start && dot + 1 < open && (blank < 0 || blank > open) ? dot : -1;
    }

    /** A class loader's and a module's name stand before a slash; so does the number of a hidden class, behind its name. */
    private static int nameStart(String stripped, int open) {
        int hidden = stripped.indexOf("$$Lambda");
        int slash = stripped.lastIndexOf('/', hidden < 0 || hidden > open ? open : hidden);
        return Math.max(3, slash + 1);
    }

    /** {@code at async Store.load (/srv/users.js:4:138)}, {@code at /srv/users.js:8:57}. */
    static Optional<StackFrame> node(String stripped) {
        // Properties of the error may open a brace behind its last frame.
        String frame = stripped.endsWith(" {") ? stripped.substring(0, stripped.length() - 2) : stripped;
        if (!frame.startsWith("at ") || frame.length() > LONGEST) {
            return Optional.empty();
        }
        boolean named = frame.endsWith(")");
        int open = named ? frame.lastIndexOf(" (") : 2;
        if (open < 2) {
            return Optional.empty();
        }
        String place = named ? frame.substring(open + 2, frame.length() - 1) : frame.substring(3);
        place = place.startsWith("async ") ? place.substring(6) : place;
        boolean builtIn =
                named && (place.equals("<anonymous>") || place.equals("native") || place.startsWith("index "));
        int column = place.lastIndexOf(':');
        int line = column <= 0 ? -1 : place.lastIndexOf(':', column - 1);
        boolean placed = line > 0 && digits(place, line + 1, column) && digits(place, column + 1, place.length());
        if (!builtIn && !placed) {
            return Optional.empty();
        }
        String file = builtIn ? place : place.substring(0, line);
        file = file.startsWith("file://") ? file.substring("file://".length()) : file;
        return Optional.of(
                nodeFrame(named ? frame.substring(3, open) : "", file, builtIn ? 0 : number(place, line + 1, column)));
    }

    private static StackFrame nodeFrame(String call, String file, int line) {
        String name = call.startsWith("async ") ? call.substring(6) : call;
        int alias = name.indexOf(" [as ");
        name = alias < 0 ? name : name.substring(0, alias);
        boolean own = OwnCode.nodeFile(file);
        if (name.startsWith("new ")) {
            return new StackFrame(name.substring(4), "new", file, line, own);
        }
        int dot = name.lastIndexOf('.');
        String method = name.substring(dot + 1);
        return new StackFrame(
                dot < 0 ? "" : name.substring(0, dot), method.isEmpty() ? "<anonymous>" : method, file, line, own);
    }

    /** {@code File "/srv/shop.py", line 5, in price}; a syntax error's has no function. */
    static Optional<StackFrame> python(String stripped) {
        int close = stripped.startsWith("File \"") ? stripped.indexOf("\", line ") : -1;
        if (close < 6 || close > LONGEST) {
            return Optional.empty();
        }
        String file = stripped.substring(6, close);
        int from = close + "\", line ".length();
        int end = from;
        while (end < stripped.length() && Character.isDigit(stripped.charAt(end))) {
            end++;
        }
        String method =
                stripped.startsWith(", in ", end) ? stripped.substring(end + 5).strip() : "";
        return end == from
                ? Optional.empty()
                : Optional.of(new StackFrame("", method, file, number(stripped, from, end), OwnCode.pythonFile(file)));
    }

    private static boolean digits(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > from;
    }

    /** The number between two positions; 0 where there is none or it is too large for a line. */
    private static int number(String text, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0 || i - from >= 9) {
                return i == from || digit >= 0 ? 0 : value;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
