package dev.tracemend.logs;

import java.util.List;
import java.util.Optional;

/**
 * The line that names an exception: {@code java.io.IOException: disk full}.
 *
 * @param type as written
 * @param message may be empty
 * @param strong whether the line can be nothing else: it says "Caused by" or "Exception in thread", or the type has a
 *     package
 */
record ExceptionHeader(String type, String message, boolean strong) {
    private static final int LONGEST_TYPE = 300;
    private static final List<String> SUFFIXES =
            List.of("Exception", "Error", "Throwable", "Interrupt", "SystemExit", "ExceptionGroup", "StopIteration");
    private static final List<String> PREFIXES = List.of("Caused by: ", "Uncaught ", "Unhandled exception. ");
    private static final List<String> FIELDS = List.of(
            "Id", "ID", "Code", "Name", "Type", "Time", "Count", "Size", "Url", "Path", "Version", "Status", "Key");
    private static final String IN_THREAD = "Exception in thread \"";

    /** The header that fills {@code line} (no white space before it), by its words alone. */
    static Optional<ExceptionHeader> of(String line) {
        return read(line, false);
    }

    /** As {@link #of}, but any type name will do: the frames below say that it is one. */
    static Optional<ExceptionHeader> aboveFrames(String line) {
        return read(line, true);
    }

    private static Optional<ExceptionHeader> read(String line, boolean anyName) {
        int from = prefix(line);
        int end = typeEnd(line, from);
        boolean marked = from > 0;
        if (end == from || end - from > LONGEST_TYPE) {
            return Optional.empty();
        }
        String type = line.substring(from, end);
        int colon = afterCode(line, end);
        boolean closed = colon == line.length()
                || line.startsWith(": ", colon)
                || (line.endsWith(":") && colon == line.length() - 1);
        boolean named = hasExceptionSuffix(type);
        boolean qualified = type.indexOf('.') > 0;
        boolean plainWord = type.equals("Error") || type.equals("Exception");
        boolean shaped = marked || named || (anyName && startsUpper(type));
        if (!closed || !shaped || (colon == line.length() && plainWord && !marked && !anyName)) {
            return Optional.empty();
        }
        String message = colon + 2 <= line.length() ? line.substring(colon + 2) : "";
        return Optional.of(new ExceptionHeader(type, message, marked || qualified));
    }

    /** The last header within a log line, {@code … request failed TypeError: x}; only words with an exception's suffix. */
    static Optional<ExceptionHeader> inside(String line) {
        for (int at = line.indexOf(": "); at > 0; at = line.indexOf(": ", at + 1)) {
            Optional<ExceptionHeader> header = endingAt(line, at);
            if (header.isPresent()) {
                return header;
            }
        }
        return endingAt(line, line.length());
    }

    private static Optional<ExceptionHeader> endingAt(String line, int end) {
        int stop = beforeCode(line, end);
        int start = stop;
        while (start > 0 && stop - start <= LONGEST_TYPE && isTypeChar(line.charAt(start - 1))) {
            start--;
        }
        String type = line.substring(start, stop);
        boolean word = start == 0 || " [(=\"'>".indexOf(line.charAt(start - 1)) >= 0;
        if (!word || type.isEmpty() || !startsUpper(type) || !hasExceptionSuffix(type)) {
            return Optional.empty();
        }
        String message = end + 2 <= line.length() ? line.substring(end + 2) : "";
        return Optional.of(new ExceptionHeader(type, message, type.indexOf('.') > 0));
    }

    /** Whether a type's name says that it is an exception. */
    static boolean hasExceptionSuffix(String type) {
        if (type.isEmpty() || !startsUpper(type)) {
            return false;
        }
        for (String suffix : SUFFIXES) {
            if (type.endsWith(suffix)) {
                // "Interrupt: …" alone is a word of a sentence.
                return type.length() > suffix.length() || !suffix.equals("Interrupt");
            }
        }
        return false;
    }

    /** {@code OutOfStock: no lamp}, {@code Acme.Shop.OutOfStock: no lamp}: a class in camel case, whatever its name ends with. */
    static boolean isNamed(String line) {
        int colon = line.indexOf(": ");
        if (colon < 4 || colon > LONGEST_TYPE || !isTypeName(line.substring(0, colon)) || isField(line, colon)) {
            return false;
        }
        int humps = 0;
        for (int i = line.lastIndexOf('.', colon) + 1; i < colon; i++) {
            humps += Character.isUpperCase(line.charAt(i)) && i + 1 < colon && Character.isLowerCase(line.charAt(i + 1))
                    ? 1
                    : 0;
        }
        return humps > 1;
    }

    /** {@code RequestId: 7}, {@code StatusCode: 502}: data, and no failure. */
    private static boolean isField(String line, int colon) {
        for (String field : FIELDS) {
            if (line.startsWith(field, colon - field.length())) {
                return true;
            }
        }
        return false;
    }

    /** A word that names a class: {@code ZeroDivisionError}, {@code Shop::OutOfStock}. */
    static boolean isTypeName(String word) {
        boolean chars = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        for (int i = 0; i < word.length() && chars; i++) {
            chars = isTypeChar(word.charAt(i)) || word.charAt(i) == ':' || word.charAt(i) == '\\';
        }
        return chars && word.length() <= LONGEST_TYPE;
    }

    private static int prefix(String line) {
        for (String prefix : PREFIXES) {
            if (line.startsWith(prefix)) {
                return prefix.length();
            }
        }
        int close = line.startsWith(IN_THREAD) ? line.indexOf("\" ", IN_THREAD.length()) : -1;
        return close < 0 ? 0 : close + 2;
    }

    private static int typeEnd(String line, int from) {
        int end = from;
        while (end < line.length() && end - from <= LONGEST_TYPE && isTypeChar(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Node puts a code behind the type: {@code TypeError [ERR_INVALID_ARG_TYPE]: …}. */
    private static int afterCode(String line, int end) {
        int close = line.startsWith(" [", end) ? line.indexOf(']', end) : -1;
        return close < 0 || close > end + 80 ? end : close + 1;
    }

    private static int beforeCode(String line, int end) {
        if (end < 4 || line.charAt(end - 1) != ']') {
            return end;
        }
        for (int open = end - 2; open > 0 && end - open < 80; open--) {
            if (line.charAt(open) == '[') {
                return line.charAt(open - 1) == ' ' ? open - 1 : end;
            }
        }
        return end;
    }

    private static boolean startsUpper(String type) {
        int simple = type.lastIndexOf('.') + 1;
        return simple < type.length() && Character.isUpperCase(type.charAt(simple));
    }

    private static boolean isTypeChar(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '$';
    }
}
