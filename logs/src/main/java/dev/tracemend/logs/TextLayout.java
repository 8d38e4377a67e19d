package dev.tracemend.logs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the head of a text line word by word: time, level, bracketed threads, logger, until the message begins. It knows
 * no pattern, only what such words look like, so that the many layouts of Logback, Log4j, Spring Boot, Python, nginx
 * and Apache need no list. A cursor over one line; it stops after {@link #MOST_WORDS} words.
 */
final class TextLayout {
    private static final int MOST_WORDS = 14;
    /** Hosts, programs, methods that may stand before the level; more is a sentence. */
    private static final int MOST_SKIPPED = 3;

    private final String line;
    private final int limit;
    private OptionalLong time = OptionalLong.empty();
    private boolean timed;
    private Level level = Level.UNKNOWN;
    private String logger = "";
    private String thread = "";
    private int at;
    private int message;
    private int skipped;
    private boolean done;
    private int leading;

    TextLayout(String line) {
        this.line = line;
        this.limit = Math.min(line.length(), LineParser.PREFIX);
    }

    LineFacts facts() {
        blanks();
        message = at;
        time();
        if (!timed) {
            timeBehindWords();
        }
        if (timed && at + 1 < limit && ColumnLayout.isMark(line.charAt(at)) && line.charAt(at + 1) > ' ') {
            Optional<LineFacts> columns = ColumnLayout.facts(line, new Stamp(at, time));
            if (columns.isPresent()) {
                return columns.get();
            }
        }
        for (int words = 0; words < MOST_WORDS && at < limit && !done; words++) {
            blanks();
            if (at < limit) {
                step();
            }
        }
        return new LineFacts(
                level, time, logger, thread, line.substring(message).strip());
    }

    private void step() {
        if (!timed && level != Level.UNKNOWN && message == at - 1 && Character.isDigit(line.charAt(at))) {
            time();
        }
        if (at >= limit || done) {
            return;
        }
        char c = line.charAt(at);
        if (c == '[') {
            bracket();
        } else if ((c == '<' || c == '(' || c == '{') && group(c)) {
            done |= !timed && level == Level.UNKNOWN;
        } else if (c == ',' && timed && level == Level.UNKNOWN) {
            at++;
        } else if (line.startsWith("PHP ", at) && level == Level.UNKNOWN) {
            php();
        } else if (at < limit) {
            word();
        }
        done |= !timed && level == Level.UNKNOWN && !leads();
    }

    /** Whether what came so far may stand before a level: a bracket or a number at the line's start. */
    private boolean leads() {
        int next = at;
        while (next < limit && line.charAt(next) == ' ') {
            next++;
        }
        int end = HeadWord.wordEnd(line, next);
        boolean bracket = next < limit && line.charAt(next) == '[';
        boolean mark = at > 0 && line.charAt(at - 1) == '*';
        return leading++ < 2
                && (bracket || (end > next && (thread.length() > 0 || mark) && capitals(line.substring(next, end))));
    }

    private static boolean capitals(String word) {
        String name = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
        return LevelWords.ofCapitals(name) != Level.UNKNOWN;
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
            if (close < 0 || close > limit) {
                return;
            }
            if (close > end + 1) {
                withinTime(line.substring(end, close));
            }
            end = close + 1;
        }
        time = stamp.millis();
        timed = true;
        at = end;
        message = end;
    }

    /** {@code [10:00:00 ERR]}, {@code [2026-11-21 10:00:00,123: ERROR/Worker-1]}, {@code [… ERROR shop::orders]}. */
    private void withinTime(String rest) {
        int from = 0;
        for (int words = 0; words < 4 && from < rest.length(); words++) {
            while (from < rest.length() && " :/,".indexOf(rest.charAt(from)) >= 0) {
                from++;
            }
            int end = from;
            while (end < rest.length() && " /,".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String word = rest.substring(from, end);
            Level named = level == Level.UNKNOWN ? LevelWords.of(word) : Level.UNKNOWN;
            if (named != Level.UNKNOWN) {
                level = named;
            } else if (level != Level.UNKNOWN && word.indexOf('-') > 0) {
                thread = word;
            } else if (level != Level.UNKNOWN && logger.isEmpty() && HeadWord.isLogger(word)) {
                logger = word;
            }
            from = end;
        }
    }

    /** Hosts, files, process numbers, a level may stand before the time; only a full date is sure enough. */
    private void timeBehindWords() {
        int next = at;
        for (int words = 0; words < 3; words++) {
            int end = HeadWord.wordEnd(line, next);
            int behind = HeadWord.blanksEnd(line, end);
            if (behind >= limit || end == next) {
                return;
            }
            boolean open = line.charAt(behind) == '[';
            Stamp stamp = TimeReader.read(line, open ? behind + 1 : behind);
            if (stamp.found() && stamp.millis().isPresent()) {
                String before = HeadWord.bare(line.substring(next, end));
                level = before.length() == 1 ? LevelWords.ofLetter(before.charAt(0)) : LevelWords.ofCapitals(before);
                String first = HeadWord.bare(line.substring(at, HeadWord.wordEnd(line, at)));
                level = level == Level.UNKNOWN ? LevelWords.ofCapitals(first) : level;
                at = behind;
                time();
                return;
            }
            next = behind;
        }
    }

    /** {@code [main]}, {@code [ERROR]}, {@code [core:error]}, {@code [1234]}. */
    private void bracket() {
        int close = HeadWord.closing(line, at, limit);
        if (close < 0 || close >= limit) {
            done = true;
            return;
        }
        String content = line.substring(at + 1, close).strip();
        if (!timed
                && level == Level.UNKNOWN
                && !time(content)
                && LevelWords.of(content) == Level.UNKNOWN
                && leading > 1) {
            done = true;
            return;
        }
        boolean levelFollows =
                timed || level != Level.UNKNOWN || LevelWords.of(content) != Level.UNKNOWN || levelAt(close + 1);
        if (!levelFollows) {
            done = true;
            return;
        }
        bracketed(content);
        at = close + 1;
        if (at < limit && line.charAt(at) == ':') {
            at++;
        }
        message = at;
    }

    private void bracketed(String content) {
        int colon = content.indexOf(':');
        Level bare = LevelWords.of(content);
        Level named = colon < 0 ? Level.UNKNOWN : LevelWords.of(content.substring(colon + 1));
        if (level == Level.UNKNOWN && bare != Level.UNKNOWN) {
            level = bare;
        } else if (level == Level.UNKNOWN && named != Level.UNKNOWN) {
            level = named;
            logger = content.substring(0, colon);
        } else if (level != Level.UNKNOWN
                && logger.isEmpty()
                && HeadWord.isClassName(content)
                && HeadWord.isLogger(content)) {
            logger = content;
        } else if (!content.isEmpty()
                && !HeadWord.isNumber(content)
                && bare == Level.UNKNOWN
                && !content.startsWith("client ")) {
            thread = content;
        }
    }

    /** Whether a level in capitals stands behind the blanks here. */
    private boolean levelAt(int from) {
        int start = HeadWord.blanksEnd(line, from);
        return start < limit && capitals(line.substring(start, HeadWord.wordEnd(line, start)));
    }

    /** {@code <Error>}, {@code (ERROR)}, {@code {query id}}, {@code <0.17.0>}, {@code (123):}. */
    private boolean group(char open) {
        char shut = open == '<' ? '>' : open == '(' ? ')' : '}';
        int close = line.indexOf(shut, at);
        if (close < 0 || close >= limit || close > at + 60) {
            return false;
        }
        String content = line.substring(at + 1, close);
        Level named = level == Level.UNKNOWN ? LevelWords.of(content) : Level.UNKNOWN;
        boolean number = level != Level.UNKNOWN && !content.isEmpty() && HeadWord.isNumber(content.replace(".", ""));
        boolean word = timed && level == Level.UNKNOWN && content.indexOf(' ') < 0;
        if (named == Level.UNKNOWN && !number && !word) {
            return false;
        }
        level = named == Level.UNKNOWN ? level : named;
        at = close + 1;
        at += at < limit && line.charAt(at) == ':' ? 1 : 0;
        message = level == Level.UNKNOWN ? message : at;
        return true;
    }

    /** {@code PHP Fatal error:  Uncaught …}. */
    private void php() {
        int colon = line.indexOf(": ", at);
        String kind = colon < 0 || colon > at + 40
                ? ""
                : line.substring(at + 4, colon).toLowerCase(Locale.ROOT);
        Level named = kind.endsWith("error")
                ? Level.FATAL
                : kind.endsWith("warning") ? Level.WARN : kind.isEmpty() ? Level.UNKNOWN : Level.INFO;
        if (named == Level.UNKNOWN) {
            word();
            return;
        }
        level = named;
        message = colon + 1;
        done = true;
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
        if (!timed && level == Level.UNKNOWN && word.equals("***")) {
            at = end;
        } else if (level != Level.UNKNOWN && word.indexOf('{') > 0 && spanEnd(end) > 0) {
            at = spanEnd(at);
            message = at;
        } else if (HeadWord.isSeparator(word)) {
            at = end;
            boolean column = word.equals("|") && oneWordColumn();
            done = level != Level.UNKNOWN && !logger.isEmpty() && !column;
            message = level != Level.UNKNOWN ? at : message;
        } else if (level == Level.UNKNOWN && level(word, end)) {
            message = at;
        } else if (HeadWord.isNumber(word)) {
            at = end;
            message = level == Level.UNKNOWN ? message : at;
            numberIsMessage(word, end);
        } else {
            logger(word, end);
        }
    }

    /** Behind the spans of Rust's tracing, {@code request{id=7 path="/x"}: }; -1 if none ends near. */
    private int spanEnd(int from) {
        int close = line.indexOf("}: ", from - 1 < 0 ? 0 : at);
        return close < 0 || close >= limit ? -1 : close + 2;
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
        name = name.endsWith(",") || name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
        if (monolog(name, colon) || letter(word, end) || tagged(word)) {
            at = end;
            return true;
        }
        if (!timed && colon < 0 && HeadWord.isSentence(line, end)) {
            return false;
        }
        level = timed && skipped == 0 && (colon > 0 || isHead(end)) ? LevelWords.of(name) : LevelWords.ofCapitals(name);
        if (level == Level.UNKNOWN || skipped > MOST_SKIPPED) {
            level = Level.UNKNOWN;
            return false;
        }
        int second = colon < 0 ? -1 : line.indexOf(':', at + colon + 1);
        boolean python = second > 0 && second < limit && line.charAt(at + colon + 1) > ' ';
        String named = python ? line.substring(at + colon + 1, second) : "";
        if (python && HeadWord.isLogger(named)) {
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

    /** {@code app.ERROR:}. */
    private boolean monolog(String name, int colon) {
        int dot = colon > 0 ? name.lastIndexOf('.') : -1;
        Level named = dot > 0 ? LevelWords.ofCapitals(name.substring(dot + 1)) : Level.UNKNOWN;
        if (named == Level.UNKNOWN || !timed) {
            return false;
        }
        level = named;
        logger = name.substring(0, dot);
        done = true;
        return true;
    }

    /** {@code E/storage.Uploader:}. */
    private boolean tagged(String word) {
        boolean form = timed && skipped == 0 && word.length() > 3 && word.charAt(1) == '/' && word.endsWith(":");
        Level named = form ? LevelWords.ofLetter(word.charAt(0)) : Level.UNKNOWN;
        if (named == Level.UNKNOWN) {
            return false;
        }
        level = named;
        logger = word.substring(2, word.length() - 1);
        done = true;
        return true;
    }

    private boolean letter(String word, int end) {
        if (word.length() != 1 || !timed || skipped > 0 || end + 1 >= limit) {
            return false;
        }
        level = LevelWords.ofLetter(word.charAt(0));
        return level != Level.UNKNOWN;
    }

    /** Whether a small-letter word is a column and not the start of a sentence ("error rate is 0"). */
    private boolean isHead(int end) {
        if (end + 1 >= limit || line.charAt(end) == '\t' || line.startsWith("  ", end) || separatorFollows(end)) {
            return true;
        }
        int next = end + 1;
        while (next < limit && line.charAt(next) > ' ') {
            next++;
        }
        return line.charAt(end + 1) == '[' || line.charAt(next - 1) == ':';
    }

    private void logger(String word, int end) {
        boolean colon = word.endsWith(":");
        String name = colon ? word.substring(0, word.length() - 1) : word;
        name = name.endsWith("]") && name.indexOf('[') > 0 ? name.substring(0, name.indexOf('[')) : name;
        name = HeadWord.withoutPlace(name);
        boolean column = !colon && separatorFollows(end) && at > 1 && line.charAt(at - 2) == '|';
        boolean counted = colon && level != Level.UNKNOWN && end + 1 < limit && Character.isDigit(line.charAt(end + 1));
        boolean dotted = HeadWord.isDotted(name)
                && (HeadWord.bracketOrGap(line, end) || (level != Level.UNKNOWN && HeadWord.isModule(name)));
        if (word.equals("in") && level != Level.UNKNOWN) {
            // Flask: ERROR in module: message.
            at = end;
        } else if (column && !logger.isEmpty() && HeadWord.isLogger(name)) {
            // Of two columns of one word the first was the thread.
            thread = logger;
            logger = name;
            at = end;
        } else if (level != Level.UNKNOWN && (!logger.isEmpty() || counted)) {
            done = true;
        } else if (HeadWord.isRequest(word)) {
            at = end;
            message = end;
        } else if (HeadWord.isLogger(name)
                && (colon || dotted || separatorFollows(end) || HeadWord.isClassName(name))) {
            logger = name;
            at = end;
            done = colon && level != Level.UNKNOWN;
            skipped += colon ? 1 : 0;
            message = level == Level.UNKNOWN && !colon ? message : end;
        } else if (level != Level.UNKNOWN || !timed) {
            done = true;
        } else {
            // A line without level is all message.
            at = end;
            skipped++;
        }
    }

    /** Whether one word alone stands before the next separator. */
    private boolean oneWordColumn() {
        int start = at;
        while (start < limit && line.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < limit && line.charAt(end) > ' ') {
            end++;
        }
        return end > start && separatorFollows(end);
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
        return next > end && HeadWord.isSeparator(line.substring(next, stop));
    }

    private void blanks() {
        while (at < limit && line.charAt(at) <= ' ') {
            at++;
        }
    }
}
