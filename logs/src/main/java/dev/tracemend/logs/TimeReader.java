package dev.tracemend.logs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads a time at a given place of a line, in the forms that logs use; a cursor over one line. */
final class TimeReader {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final long DAY = 86_400_000L;
    /** Farther than any zone; what lies beyond is no offset. */
    private static final int MAX_OFFSET_HOURS = 18;

    private final String line;
    private int at;

    private TimeReader(String line, int at) {
        this.line = line;
        this.at = at;
    }

    /** The time that starts at {@code from}, {@link Stamp#NONE} if none does. */
    static Stamp read(String line, int from) {
        if (from >= line.length()) {
            return Stamp.NONE;
        }
        TimeReader reader = new TimeReader(line, from);
        if (!Character.isDigit(line.charAt(from))) {
            return reader.wordFirst();
        }
        int digits = reader.digitsAhead();
        return switch (digits) {
            case 4 -> reader.yearFirst();
            case 1, 2 -> reader.dayOrClock();
            case 5 -> reader.bareDigits();
            default -> Stamp.NONE;
        };
    }

    /** A number of seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by their size. */
    static OptionalLong epoch(String number) {
        int dot = number.indexOf('.');
        String whole = dot < 0 ? number : number.substring(0, dot);
        if (whole.length() < 9 || whole.length() > 19 || !whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(whole + (dot < 0 ? "" : fraction(number, dot)));
        if (value < 1e11) {
            return OptionalLong.of(Math.round(value * 1e3));
        }
        double divisor = value < 1e14 ? 1 : value < 1e17 ? 1e3 : 1e6;
        return OptionalLong.of((long) (value / divisor));
    }

    private static String fraction(String number, int dot) {
        int end = dot + 1;
        while (end < number.length() && end < dot + 10 && Character.isDigit(number.charAt(end))) {
            end++;
        }
        return end == dot + 1 ? "" : number.substring(dot, end);
    }

    /** {@code 2026-11-21T10:00:00.123+01:00}, {@code 2026/11/21 10:00:00}, and all between. */
    private Stamp yearFirst() {
        int year = number(4);
        char separator = peek();
        if ((separator != '-' && separator != '/' && separator != '.') || !skip(separator)) {
            return Stamp.NONE;
        }
        int month = number(2);
        if (!skip(separator)) {
            return Stamp.NONE;
        }
        int day = number(2);
        if (!skip('T') && !skip('t') && !skip(' ') && !skip('_') && !skip('-')) {
            return Stamp.NONE;
        }
        return dated(year, month, day);
    }

    /** {@code 21-Nov-2026 10:00:00.123}, {@code 21/Nov/2026:10:00:00 +0000}, {@code 21 Nov 2026 10:00:00} or {@code 10:00:00.123}. */
    private Stamp dayOrClock() {
        int start = at;
        int first = number(2);
        char separator = peek();
        if (separator == ':') {
            at = start;
            // "10:00" alone is too little to be a time.
            boolean clock = clock() >= 0;
            boolean half = clock && (line.startsWith("AM", at) || line.startsWith("PM", at));
            at += half ? 2 : 0;
            return clock && at - start > 5 ? Stamp.undated(at) : Stamp.NONE;
        }
        if ((separator != '-' && separator != '/' && separator != ' ' && separator != '.') || !skip(separator)) {
            return Stamp.NONE;
        }
        if (separator != ' ' && Character.isDigit(peek())) {
            return numbers(first, separator);
        }
        int month = month();
        if (month < 0 || !skip(separator)) {
            return Stamp.NONE;
        }
        int year = number(4);
        boolean clock = skip(' ') || skip(':');
        skip(':');
        return clock ? dated(year, month, first) : Stamp.NONE;
    }

    /** {@code 21.11.2026 10:00:00}, {@code 11/21/2026, 10:00:00 AM}, {@code 26/11/21 10:00:00}, {@code 11-21 10:00:00.123}. */
    private Stamp numbers(int first, char separator) {
        int second = number(2);
        if (skip(' ')) {
            return second > 0 && clock() >= 0 ? Stamp.undated(at) : Stamp.NONE;
        }
        if (!skip(separator)) {
            return Stamp.NONE;
        }
        int digits = digitsAhead();
        int third = number(4);
        skip(',');
        if ((digits != 4 && digits != 2) || !skip(' ')) {
            return Stamp.NONE;
        }
        if (digits == 2) {
            return dated(2000 + first, second, third);
        }
        boolean dayFirst = separator == '.' || first > 12;
        return dayFirst ? withHalf(third, second, first) : withHalf(third, first, second);
    }

    private Stamp withHalf(int year, int month, int day) {
        Stamp stamp = dated(year, month, day);
        boolean afternoon = line.startsWith(" PM", at);
        if (!stamp.found() || !(afternoon || line.startsWith(" AM", at))) {
            return stamp;
        }
        at += 3;
        long clock = Math.floorMod(stamp.millis().orElse(0), DAY);
        long hours = (clock % (DAY / 2)) - clock + (afternoon ? DAY / 2 : 0);
        return new Stamp(at, OptionalLong.of(stamp.millis().orElse(0) + hours));
    }

    /** {@code 1795255200.123}, {@code 1795255200123}, {@code 20261121 10:00:00}, {@code 20261121-22:15:29:606}, {@code 261121 203615}. */
    private Stamp bareDigits() {
        int end = HeadWord.digitsEnd(line, at);
        int length = end - at;
        boolean blank = end < line.length() && line.charAt(end) == ' ';
        if (length == 8 && end + 1 < line.length() && (blank || line.charAt(end) == '-')) {
            int year = read(at, 4);
            int month = read(at + 4, 2);
            int day = read(at + 6, 2);
            at = end + 1;
            return year >= 1970 && year < 2100 ? dated(year, month, day) : Stamp.NONE;
        }
        if (length == 6 && blank && HeadWord.digitsEnd(line, end + 1) == end + 7) {
            int clock = read(end + 1, 2) * 3600 + read(end + 3, 2) * 60 + read(end + 5, 2);
            int from = at;
            at = end + 7;
            return clock < 86_400
                    ? stamp(2000 + read(from, 2), read(from + 2, 2), read(from + 4, 2), clock * 1_000L)
                    : Stamp.NONE;
        }
        boolean seconds = length == 10 && line.charAt(at) == '1';
        boolean millis = length == 13 && line.charAt(at) == '1';
        int stop = seconds && end < line.length() && line.charAt(end) == '.' ? HeadWord.digitsEnd(line, end + 1) : end;
        if ((!seconds && !millis) || stop >= line.length() || " \t]|".indexOf(line.charAt(stop)) < 0) {
            return Stamp.NONE;
        }
        return new Stamp(stop, epoch(line.substring(at, stop)));
    }

    /** {@code Nov 21, 2026 4:30:00 AM}, {@code Nov 21 10:00:00}, {@code Sat Nov 21 10:00:00.123 2026}. */
    private Stamp wordFirst() {
        int month = month();
        if (month < 0 && at + 4 < line.length() && line.charAt(at + 3) == ' ') {
            at += 4;
            month = month();
        }
        if (month < 0 || !skip(' ')) {
            return Stamp.NONE;
        }
        skip(' ');
        int day = number(2);
        if (skip(',')) {
            return skip(' ') ? julStamp(month, day) : Stamp.NONE;
        }
        long clock = skip(' ') ? clock() : -1;
        if (clock < 0) {
            return Stamp.NONE;
        }
        boolean yearFollows = peek() == ' ' && digitsFrom(at + 1) == 4;
        if (!yearFollows) {
            return Stamp.undated(at);
        }
        skip(' ');
        return stamp(number(4), month, day, clock);
    }

    private Stamp julStamp(int month, int day) {
        int year = number(4);
        skip(',');
        long clock = skip(' ') ? clock() : -1;
        if (clock < 0) {
            return Stamp.NONE;
        }
        // Newer JDKs write a narrow no-break space before AM.
        if (at + 3 <= line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\u202f')) {
            String half = line.substring(at + 1, at + 3);
            long noon = DAY / 2;
            if (half.equals("AM") || half.equals("PM")) {
                at += 3;
                clock = clock % noon + (half.equals("PM") ? noon : 0);
            }
        }
        return stamp(year, month, day, clock);
    }

    private Stamp dated(int year, int month, int day) {
        long clock = clock();
        if (clock < 0) {
            return Stamp.NONE;
        }
        Stamp utc = stamp(year, month, day, clock);
        if (!utc.found()) {
            return utc;
        }
        long offset = offset();
        long millis = utc.millis().getAsLong() - offset;
        return new Stamp(at, OptionalLong.of(millis));
    }

    private Stamp stamp(int year, int month, int day, long clock) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return Stamp.NONE;
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return Stamp.NONE;
        }
        return new Stamp(at, OptionalLong.of(LocalDate.of(year, month, day).toEpochDay() * DAY + clock));
    }

    /** Milliseconds of the day, -1 if no {@code h:mm[:ss[.fraction]]} stands here. */
    private long clock() {
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
    private long offset() {
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

    private int month() {
        if (at + 3 > line.length()) {
            return -1;
        }
        int index = MONTHS.indexOf(line.substring(at, at + 3).toLowerCase(Locale.ROOT));
        if (index < 0) {
            return -1;
        }
        at += 3;
        return index + 1;
    }

    /** Reads up to {@code most} digits; -1 if none stands here. */
    private int number(int most) {
        int count = Math.min(most, digitsAhead());
        int value = read(at, count);
        at += count;
        return count == 0 ? -1 : value;
    }

    private int read(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + Character.digit(line.charAt(i), 10);
        }
        return value;
    }

    private int digitsAhead() {
        return digitsFrom(at);
    }

    /** How many digits stand at {@code from}, at most 5. */
    private int digitsFrom(int from) {
        int end = from;
        while (end < line.length() && end < from + 5 && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private char peek() {
        return at < line.length() ? line.charAt(at) : 0;
    }

    private boolean skip(char wanted) {
        if (peek() != wanted || at >= line.length()) {
            return false;
        }
        at++;
        return true;
    }
}
