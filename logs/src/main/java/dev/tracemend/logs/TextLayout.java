package dev.tracemend.logs;

import java.util.Optional;

/**
 * Reads the head of a text line word by word: time, level, bracketed threads, logger, until the message begins. It knows
 * no pattern, only what such words look like, so that the many layouts of Logback, Log4j, Spring Boot, Python, nginx
 * and Apache need no list. For one line; it stops after {@link #MOST_WORDS} words.
 */
final class TextLayout {
    private static final int MOST_WORDS = 14;

    private final HeadState head;
    private final TimeStep times;
    private final BracketStep brackets;
    private final WordStep words;
    /** Words and brackets that stood before anything known. */
    private int leading;

    TextLayout(String line) {
        head = new HeadState(line);
        times = new TimeStep(head);
        brackets = new BracketStep(head, times);
        words = new WordStep(head);
    }

    LineFacts facts() {
        head.skipBlanks();
        head.message = head.at;
        times.stamp();
        if (!head.timed) {
            times.behindWords();
        }
        if (head.timed
                && head.at + 1 < head.limit
                && ColumnLayout.isMark(head.line.charAt(head.at))
                && head.line.charAt(head.at + 1) > ' ') {
            Optional<LineFacts> columns = ColumnLayout.facts(head.line, new Stamp(head.at, head.time));
            if (columns.isPresent()) {
                return columns.get();
            }
        }
        for (int read = 0; read < MOST_WORDS && head.at < head.limit && !head.done; read++) {
            head.skipBlanks();
            if (head.at < head.limit) {
                step();
            }
        }
        return head.facts();
    }

    private void step() {
        if (!head.timed
                && head.level != Level.UNKNOWN
                && head.message == head.at - 1
                && Character.isDigit(head.line.charAt(head.at))) {
            times.stamp();
        }
        if (head.at >= head.limit || head.done) {
            return;
        }
        if (head.line.startsWith("##[", head.at)) {
            // How build services mark a line: ##[error].
            head.at += 2;
        }
        char c = head.line.charAt(head.at);
        if (c == '[') {
            brackets.square(leading);
        } else if ((c == '<' || c == '(' || c == '{') && brackets.group(c)) {
            head.done |= !head.timed && head.level == Level.UNKNOWN;
        } else if (c == ',' && head.timed && head.level == Level.UNKNOWN) {
            head.at++;
        } else if (head.line.startsWith("PHP ", head.at) && head.level == Level.UNKNOWN) {
            words.php();
        } else if (head.at < head.limit) {
            words.word();
        }
        head.done |= !head.timed && head.level == Level.UNKNOWN && !leads();
    }

    /** Whether what came so far may stand before a level: a bracket or a number at the line's start. */
    private boolean leads() {
        int next = head.at;
        while (next < head.limit && head.line.charAt(next) == ' ') {
            next++;
        }
        int end = HeadWord.wordEnd(head.line, next);
        boolean bracket = next < head.limit && head.line.charAt(next) == '[';
        boolean mark = head.at > 0 && head.line.charAt(head.at - 1) == '*';
        return leading++ < 2
                && (bracket
                        || (end > next
                                && (!head.thread.isEmpty() || mark)
                                && HeadState.capitals(head.line.substring(next, end))));
    }
}
