package dev.tracemend.logs;

import java.util.OptionalLong;

/** How far the head of a line is read, and what it has told so far; the steps of {@link TextLayout} move it on. */
final class HeadState {
    final String line;
    /** Where the head ends at the latest. */
    final int limit;

    OptionalLong time = OptionalLong.empty();
    /** Whether a time was found, with a date or without. */
    boolean timed;

    Level level = Level.UNKNOWN;
    String logger = "";
    String thread = "";
    int at;
    /** Where the message starts, as far as is known. */
    int message;
    /** Words that told nothing. */
    int skipped;
    /** Whether all that follows is the message. */
    boolean done;

    HeadState(String line) {
        this.line = line;
        this.limit = Math.min(line.length(), LineParser.PREFIX);
    }

    LineFacts facts() {
        return new LineFacts(
                level, time, logger, thread, line.substring(message).strip());
    }

    void skipBlanks() {
        while (at < limit && line.charAt(at) <= ' ') {
            at++;
        }
    }

    /** Whether a level in capitals stands behind the blanks at a place. */
    boolean levelFollows(int from) {
        int start = HeadWord.blanksEnd(line, from);
        return start < limit && capitals(line.substring(start, HeadWord.wordEnd(line, start)));
    }

    static boolean capitals(String word) {
        String name = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
        return LevelWords.ofCapitals(name) != Level.UNKNOWN;
    }
}
