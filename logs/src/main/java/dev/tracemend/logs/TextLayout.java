package dev.tracemend.logs;

import java.util.OptionalLong;

/**
 * Reads the head of a text line word by word: time, level, bracketed threads, logger, until the message begins. It knows
 * no pattern, only what such words look like, so that the many layouts of Logback, Log4j, Spring Boot, Python, nginx
 * and Apache need no list. A cursor over one line; it stops after {@link #MOST_WORDS} words.
 */
final class TextLayout {
    private static final int MOST_WORDS = 14;

    private final String line;
    private final int limit;
    private OptionalLong time = OptionalLong.empty();
    private boolean timed;
    private Level level = Level.UNKNOWN;
    private String logger = "";
    private String thread = "";
    private int at;
    private int message;
    private boolean done;

    TextLayout(String line) {
        this.line = line;
        this.limit = Math.min(line.length(), LineParser.PREFIX);
    }

    LineFacts facts() {
        blanks();
        message = at;
        time();
        for (int words = 0; words < MOST_WORDS && at < limit && !done; words++) {
            blanks();
            if (at >= limit) {
                break;
            }
            if (line.charAt(at) == '[') {
                bracket();
            } else {
                word();
            }
            done |= !timed && level == Level.UNKNOWN;
        }
        return new LineFacts(
                level, time, logger, thread, line.substring(message).strip());
    }

    private void time() {
        boolean bracketed = at < limit && line.charAt(at) == '[';
        Stamp stamp = TimeReader.read(line, bracketed ? at + 1 : at);
        if (!stamp.found()) {
            return;
        }
        int end = stamp.end();
        if (bracketed) {
            int close = line.indexOf(']', end);
            if (close < 0 || close > end + 8) {
                return;
            }
            end = close + 1;
        }
        time = stamp.millis();
        timed = true;
        at = end;
        message = end;
    }

    /** {@code [main]}, {@code [ERROR]}, {@code [core:error]}, {@code [1234]}. */
    private void bracket() {
        int close = line.indexOf(']', at);
        if (close < 0 || close >= limit) {
            done = true;
            return;
        }
        String content = line.substring(at + 1, close).strip();
        if (!timed && !time(content) && LevelWords.of(content) == Level.UNKNOWN) {
            done = true;
            return;
        }
        int colon = content.indexOf(':');
        Level bare = LevelWords.of(content);
        Level named = colon < 0 ? Level.UNKNOWN : LevelWords.of(content.substring(colon + 1));
        if (level == Level.UNKNOWN && bare != Level.UNKNOWN) {
            level = bare;
        } else if (level == Level.UNKNOWN && named != Level.UNKNOWN) {
            level = named;
            logger = content.substring(0, colon);
        } else if (!content.isEmpty()
                && !isNumber(content)
                && bare == Level.UNKNOWN
                && !content.startsWith("client ")) {
            thread = content;
        }
        at = close + 1;
        if (at < limit && line.charAt(at) == ':') {
            at++;
        }
        message = at;
    }

    private boolean time(String content) {
        Stamp stamp = TimeReader.read(content, 0);
        if (stamp.found()) {
            timed = true;
            time = stamp.millis();
        }
        return stamp.found();
    }

    private void word() {
        int end = at;
        while (end < line.length() && end < limit && line.charAt(end) > ' ') {
            end++;
        }
        String word = line.substring(at, end);
        if (isSeparator(word)) {
            at = end;
            done = level != Level.UNKNOWN && !logger.isEmpty();
            message = level != Level.UNKNOWN || done ? at : message;
        } else if (level == Level.UNKNOWN && level(word, end)) {
            message = at;
        } else if (isNumber(word)) {
            at = end;
            message = level == Level.UNKNOWN ? message : at;
            numberIsMessage(word, end);
        } else {
            logger(word, end);
        }
    }

    /** A process number stands before a separator or a bracket; "12 items lost" is the message. */
    private void numberIsMessage(String word, int end) {
        int next = end;
        while (next < limit && line.charAt(next) == ' ') {
            next++;
        }
        boolean head = next < limit && "-[|".indexOf(line.charAt(next)) >= 0;
        if (level != Level.UNKNOWN && !head && !word.endsWith(":")) {
            message = end - word.length();
            done = true;
        }
    }

    /** {@code ERROR}, {@code ERROR:}, {@code ERROR:root:message}. */
    private boolean level(String word, int end) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        name = name.endsWith(",") ? name.substring(0, name.length() - 1) : name;
        level = timed ? LevelWords.of(name) : LevelWords.ofCapitals(name);
        if (level == Level.UNKNOWN) {
            return false;
        }
        int second = colon < 0 ? -1 : line.indexOf(':', at + colon + 1);
        boolean python = second > 0 && second < limit && line.charAt(at + colon + 1) > ' ';
        String named = python ? line.substring(at + colon + 1, second) : "";
        if (python && isLogger(named)) {
            logger = named;
            at = second + 1;
            done = true;
        } else {
            // What stands behind "ERROR:" is the message, unless more of the head follows.
            done = colon >= 0 && colon == word.length() - 1 && !timed;
            at = colon < 0 ? end : at + colon + 1;
        }
        return true;
    }

    private void logger(String word, int end) {
        boolean colon = word.endsWith(":");
        String name = colon ? word.substring(0, word.length() - 1) : word;
        name = name.endsWith("]") && name.indexOf('[') > 0 ? name.substring(0, name.indexOf('[')) : name;
        boolean flask = word.equals("in") && level != Level.UNKNOWN;
        if (flask) {
            at = end;
            return;
        }
        if (level != Level.UNKNOWN && !logger.isEmpty()) {
            done = true;
        } else if (isRequest(word)) {
            at = end;
            message = end;
        } else if (isLogger(name) && (colon || separatorFollows(end) || isClassName(name))) {
            logger = name;
            at = end;
            done = colon && level != Level.UNKNOWN;
            message = level == Level.UNKNOWN && !colon ? message : end;
        } else if (level != Level.UNKNOWN || !timed) {
            done = true;
        } else {
            // Before the level stand hosts, programs, methods; a line without level is all message.
            at = end;
        }
    }

    /** nginx's {@code 123#0:}. */
    private static boolean isRequest(String word) {
        return word.endsWith(":") && word.indexOf('#') > 0 && Character.isDigit(word.charAt(0));
    }

    private boolean separatorFollows(int end) {
        int next = end;
        while (next < limit && line.charAt(next) == ' ') {
            next++;
        }
        int stop = next;
        while (stop < limit && line.charAt(stop) > ' ') {
            stop++;
        }
        return next > end && isSeparator(line.substring(next, stop));
    }

    private static boolean isSeparator(String word) {
        return switch (word) {
            case "-", "--", "---", ":", "|", "::", "=>", ">" -> true;
            default -> false;
        };
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < '0' || c > '9') && !(c == ':' && i > 0 && i == word.length() - 1)) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** Letters, digits, dots and the like, starting with a letter; never an exception, which belongs to the message. */
    private static boolean isLogger(String name) {
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

    /** {@code com.acme.Shop} or {@code c.a.Shop:42}; no sentence has such a word. */
    private static boolean isClassName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1));
    }

    private void blanks() {
        while (at < limit && line.charAt(at) <= ' ') {
            at++;
        }
    }
}
