package dev.tracemend.logs;

import java.util.Locale;

/** Reads a word of a line's head: a level, a logger, a number, a mark between columns; or the message's first. */
final class WordStep {
    /** Hosts, programs, methods that may stand before the level; more is a sentence. */
    private static final int MOST_SKIPPED = 3;

    private final HeadState head;

    WordStep(HeadState head) {
        this.head = head;
    }

    void word() {
        int end = head.at;
        while (end < head.line.length() && end < head.limit && head.line.charAt(end) > ' ') {
            end++;
        }
        String word = head.line.substring(head.at, end);
        if (!head.timed && head.level == Level.UNKNOWN && word.equals("***")) {
            head.at = end;
        } else if (head.level != Level.UNKNOWN && word.indexOf('{') > 0 && spanEnd(end) > 0) {
            head.at = spanEnd(head.at);
            head.message = head.at;
        } else if (HeadWord.isSeparator(word)) {
            head.at = end;
            boolean column = word.equals("|") && oneWordColumn();
            head.done = head.level != Level.UNKNOWN && !head.logger.isEmpty() && !column;
            head.message = head.level != Level.UNKNOWN ? head.at : head.message;
        } else if (head.level == Level.UNKNOWN && level(word, end)) {
            head.message = head.at;
        } else if (HeadWord.isNumber(word)) {
            head.at = end;
            head.message = head.level == Level.UNKNOWN ? head.message : head.at;
            numberIsMessage(word, end);
        } else {
            logger(word, end);
        }
    }

    /** {@code PHP Fatal error:  Uncaught …}. */
    void php() {
        int colon = head.line.indexOf(": ", head.at);
        String kind = colon < 0 || colon > head.at + 40
                ? ""
                : head.line.substring(head.at + 4, colon).toLowerCase(Locale.ROOT);
        Level named = kind.endsWith("error")
                ? Level.FATAL
                : kind.endsWith("warning") ? Level.WARN : kind.isEmpty() ? Level.UNKNOWN : Level.INFO;
        if (named == Level.UNKNOWN) {
            word();
            return;
        }
        head.level = named;
        head.message = colon + 1;
        head.done = true;
    }

    /** Behind the spans of Rust's tracing, {@code request{id=7 path="/x"}: }; -1 if none ends near. */
    private int spanEnd(int from) {
        int close = head.line.indexOf("}: ", from - 1 < 0 ? 0 : head.at);
        return close < 0 || close >= head.limit ? -1 : close + 2;
    }

    /** A process number stands before a separator or a bracket; "12 items lost" is the message. */
    private void numberIsMessage(String word, int end) {
        int next = end;
        while (next < head.limit && head.line.charAt(next) == ' ') {
            next++;
        }
        boolean inHead = next < head.limit && "-[|".indexOf(head.line.charAt(next)) >= 0;
        if (head.level != Level.UNKNOWN && !inHead && !word.endsWith(":")) {
            head.message = end - word.length();
            head.done = true;
        }
    }

    /** {@code ERROR}, {@code ERROR:}, {@code ERROR:root:message}. */
    private boolean level(String word, int end) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        name = name.endsWith(",") || name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
        if (monolog(name, colon) || letter(word, end) || tagged(word)) {
            head.at = end;
            return true;
        }
        if (!head.timed && colon < 0 && HeadWord.isSentence(head.line, end)) {
            return false;
        }
        boolean behindLogger = head.skipped == 1 && !head.logger.isEmpty() && colon == word.length() - 1;
        head.level = head.timed && (behindLogger || (head.skipped == 0 && (colon > 0 || isHead(end))))
                ? LevelWords.of(name)
                : LevelWords.ofCapitals(name);
        if (head.level == Level.UNKNOWN || head.skipped > MOST_SKIPPED) {
            head.level = Level.UNKNOWN;
            return false;
        }
        int second = colon < 0 ? -1 : head.line.indexOf(':', head.at + colon + 1);
        boolean python = second > 0 && second < head.limit && head.line.charAt(head.at + colon + 1) > ' ';
        String named = python ? head.line.substring(head.at + colon + 1, second) : "";
        if (python && HeadWord.isLogger(named)) {
            head.logger = named;
            head.at = second + 1;
            head.done = true;
        } else {
            // What stands behind "ERROR:" is the message, unless more of the head follows.
            head.done = colon >= 0 && colon == word.length() - 1 && !head.timed;
            head.at = colon < 0 ? end : head.at + colon + 1;
        }
        return true;
    }

    /** {@code app.ERROR:}. */
    private boolean monolog(String name, int colon) {
        int dot = colon > 0 ? name.lastIndexOf('.') : -1;
        Level named = dot > 0 ? LevelWords.ofCapitals(name.substring(dot + 1)) : Level.UNKNOWN;
        if (named == Level.UNKNOWN || !head.timed) {
            return false;
        }
        head.level = named;
        head.logger = name.substring(0, dot);
        head.done = true;
        return true;
    }

    /** {@code E/storage.Uploader:}. */
    private boolean tagged(String word) {
        boolean form =
                head.timed && head.skipped == 0 && word.length() > 3 && word.charAt(1) == '/' && word.endsWith(":");
        Level named = form ? LevelWords.ofLetter(word.charAt(0)) : Level.UNKNOWN;
        if (named == Level.UNKNOWN) {
            return false;
        }
        head.level = named;
        head.logger = word.substring(2, word.length() - 1);
        head.done = true;
        return true;
    }

    private boolean letter(String word, int end) {
        if (word.length() != 1 || !head.timed || head.skipped > 0 || end + 1 >= head.limit) {
            return false;
        }
        head.level = LevelWords.ofLetter(word.charAt(0));
        return head.level != Level.UNKNOWN;
    }

    /** Whether a small-letter word is a column and not the start of a sentence ("error rate is 0"). */
    private boolean isHead(int end) {
        if (end + 1 >= head.limit
                || head.line.charAt(end) == '\t'
                || head.line.startsWith("  ", end)
                || separatorFollows(end)) {
            return true;
        }
        int next = end + 1;
        while (next < head.limit && head.line.charAt(next) > ' ') {
            next++;
        }
        return head.line.charAt(end + 1) == '[' || head.line.charAt(next - 1) == ':';
    }

    private void logger(String word, int end) {
        boolean colon = word.endsWith(":");
        String name = colon ? word.substring(0, word.length() - 1) : word;
        name = name.endsWith("]") && name.indexOf('[') > 0 ? name.substring(0, name.indexOf('[')) : name;
        name = HeadWord.withoutPlace(name);
        boolean column = !colon && separatorFollows(end) && head.at > 1 && head.line.charAt(head.at - 2) == '|';
        boolean counted = colon
                && head.level != Level.UNKNOWN
                && end + 1 < head.limit
                && Character.isDigit(head.line.charAt(end + 1));
        boolean dotted = HeadWord.isDotted(name)
                && (HeadWord.bracketOrGap(head.line, end) || (head.level != Level.UNKNOWN && HeadWord.isModule(name)));
        if (word.equals("in") && head.level != Level.UNKNOWN) {
            // Flask: ERROR in module: message.
            head.at = end;
        } else if (column && !head.logger.isEmpty() && HeadWord.isLogger(name)) {
            // Of two columns of one word the first was the thread.
            head.thread = head.logger;
            head.logger = name;
            head.at = end;
        } else if (head.level != Level.UNKNOWN && (!head.logger.isEmpty() || counted)) {
            head.done = true;
        } else if (HeadWord.isRequest(word)) {
            head.at = end;
            head.message = end;
        } else if (HeadWord.isLogger(name)
                && (colon || dotted || separatorFollows(end) || HeadWord.isClassName(name))) {
            head.logger = name;
            head.at = end;
            head.done = colon && head.level != Level.UNKNOWN;
            head.skipped += colon ? 1 : 0;
            head.message = head.level == Level.UNKNOWN && !colon ? head.message : end;
        } else if (head.level != Level.UNKNOWN || !head.timed) {
            head.done = true;
        } else {
            // A line without level is all message; pairs such as pid=1 may stand before the level in any number.
            head.at = end;
            head.skipped += isPair(word) ? 0 : 1;
            head.done = head.skipped > MOST_SKIPPED;
        }
    }

    private static boolean isPair(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && equals < word.length() - 1 && Character.isLetter(word.charAt(0)) && !word.endsWith(":");
    }

    /** Whether one word alone stands before the next separator. */
    private boolean oneWordColumn() {
        int start = head.at;
        while (start < head.limit && head.line.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < head.limit && head.line.charAt(end) > ' ') {
            end++;
        }
        return end > start && separatorFollows(end);
    }

    private boolean separatorFollows(int end) {
        int next = end;
        while (next < head.limit && head.line.charAt(next) == ' ') {
            next++;
        }
        int stop = next;
        while (stop < head.limit && head.line.charAt(stop) > ' ') {
            stop++;
        }
        return next > end && HeadWord.isSeparator(head.line.substring(next, stop));
    }
}
