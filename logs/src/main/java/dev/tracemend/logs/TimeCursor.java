package dev.tracemend.logs;

import java.util.List;

/** A place in a line that moves on over the parts of a time: numbers, marks, months, clocks, zones. */
final class TimeCursor {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Farther than any zone; what lies beyond is no offset. */
    private static final int MAX_OFFSET_HOURS = 18;

    private final String line;
    private int at;

    TimeCursor(String line, int at) {
        this.line = line;
        this.at = at;
    }

    /** Where it is. */
    int at() {
        return at;
    }

    /** Goes to a place. */
    void to(int place) {
        at = place;
    }

    /** Whether these characters stand here. */
    boolean sees(String text) {
        return line.startsWith(text, at);
    }

    /** Milliseconds of the day, -1 if no {@code h:mm[:ss[.fraction]]} stands here. */
    long clock() {
        int hour = number(2);
        char mark = peek() == '.' ? '.' : ':';
        if (hour < 0 || hour > 23 || !skip(mark) || digitsAhead() != 2) {
            return -1;
        }
        int minute = number(2);
        if (minute > 59) {
            return -1;
        }
        if (mark == '.' && (peek() != '.' || digitsFrom(at + 1) != 2)) {
            return -1;
        }
        if (peek() != mark || digitsFrom(at + 1) < 2) {
            return (hour * 60L + minute) * 60_000;
        }
        skip(mark);
        int second = number(2);
        return second > 60 ? -1 : (hour * 60L + minute) * 60_000 + second * 1_000L + millis();
    }

    private int millis() {
        char separator = peek();
        boolean fraction = separator == '.' || separator == ',' || (separator == ':' && digitsFrom(at + 1) == 3);
        if (!fraction || digitsFrom(at + 1) == 0) {
            return 0;
        }
        at++;
        int value = 0;
        int read = 0;
        for (; at < line.length() && Character.isDigit(line.charAt(at)) && read < 9; at++, read++) {
            value = read < 3 ? value * 10 + Character.digit(line.charAt(at), 10) : value;
        }
        return read == 1 ? value * 100 : read == 2 ? value * 10 : value;
    }

    /** The zone that follows the time, as milliseconds east of Greenwich; no zone is UTC. */
    long offset() {
        if (skip('Z') || skip('z')) {
            return 0;
        }
        if (line.startsWith(" UTC", at) || line.startsWith(" GMT", at)) {
            at += 4;
            return 0;
        }
        int start = at;
        skip(' ');
        char sign = peek();
        int hours = (sign == '+' || sign == '-') && digitsFrom(at + 1) >= 2 ? read(at + 1, 2) : -1;
        // " -0800" is a zone, " - 12 messages" is not: behind a space all four digits must stand.
        boolean spaced = at > start;
        if (hours < 0 || hours > MAX_OFFSET_HOURS || (spaced && digitsFrom(at + 1) != 4)) {
            at = start;
            return 0;
        }
        at += 3;
        int minutes = 0;
        if ((peek() == ':' && digitsFrom(at + 1) == 2) || digitsAhead() == 2) {
            skip(':');
            minutes = number(2);
        }
        return (sign == '-' ? -1L : 1L) * (hours * 60L + minutes) * 60_000;
    }

    int month() {
        if (at + 3 > line.length()) {
            return -1;
        }
        int index = 0;
        while (index < MONTHS.size() && !line.regionMatches(true, at, MONTHS.get(index), 0, 3)) {
            index++;
        }
        if (index == MONTHS.size()) {
            return -1;
        }
        at += 3;
        return index + 1;
    }

    /** Reads up to {@code most} digits; -1 if none stands here. */
    int number(int most) {
        int count = Math.min(most, digitsAhead());
        int value = read(at, count);
        at += count;
        return count == 0 ? -1 : value;
    }

    int read(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + Character.digit(line.charAt(i), 10);
        }
        return value;
    }

    int digitsAhead() {
        return digitsFrom(at);
    }

    /** How many digits stand at {@code from}, at most 5. */
    int digitsFrom(int from) {
        int end = from;
        while (end < line.length() && end < from + 5 && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return end - from;
    }

    char peek() {
        return at < line.length() ? line.charAt(at) : 0;
    }

    boolean skip(char wanted) {
        if (peek() != wanted || at >= line.length()) {
            return false;
        }
        at++;
        return true;
    }
}
