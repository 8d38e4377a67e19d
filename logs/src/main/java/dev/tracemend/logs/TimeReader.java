package dev.tracemend.logs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/** Reads a time at a given place of a line, in the forms that logs use: each form is a way over a {@link TimeCursor}. */
final class TimeReader {
    private static final long DAY = 86_400_000L;

    private final String line;
    private final TimeCursor cursor;

    private TimeReader(String line, int at) {
        this.line = line;
        this.cursor = new TimeCursor(line, at);
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
        int digits = reader.cursor.digitsAhead();
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

    /** Whether a date and a time are all that a line says: Oracle writes below it what happened. */
    static boolean isAlone(String line) {
        Stamp time = line.isEmpty() || line.length() > 40 ? Stamp.NONE : read(line, 0);
        return time.found() && time.millis().isPresent() && time.end() == line.length();
    }

    /** {@code 2026-11-21T10:00:00.123+01:00}, {@code 2026/11/21 10:00:00}, and all between. */
    private Stamp yearFirst() {
        int year = cursor.number(4);
        char separator = cursor.peek();
        if ((separator != '-' && separator != '/' && separator != '.') || !cursor.skip(separator)) {
            return Stamp.NONE;
        }
        int month = cursor.number(2);
        if (!cursor.skip(separator)) {
            return Stamp.NONE;
        }
        int day = cursor.number(2);
        if (!cursor.skip('T') && !cursor.skip('t') && !cursor.skip(' ') && !cursor.skip('_') && !cursor.skip('-')) {
            return Stamp.NONE;
        }
        return dated(year, month, day);
    }

    /** {@code 21-Nov-2026 10:00:00.123}, {@code 21/Nov/2026:10:00:00 +0000}, {@code 21 Nov 2026 10:00:00} or {@code 10:00:00.123}. */
    private Stamp dayOrClock() {
        int start = cursor.at();
        int first = cursor.number(2);
        char separator = cursor.peek();
        if (separator == ':') {
            cursor.to(start);
            // "10:00" alone is too little to be a time.
            boolean clock = cursor.clock() >= 0;
            boolean half = clock && (cursor.sees("AM") || cursor.sees("PM"));
            cursor.to(cursor.at() + (half ? 2 : 0));
            return clock && cursor.at() - start > 5 ? Stamp.undated(cursor.at()) : Stamp.NONE;
        }
        if ((separator != '-' && separator != '/' && separator != ' ' && separator != '.') || !cursor.skip(separator)) {
            return Stamp.NONE;
        }
        if (separator != ' ' && Character.isDigit(cursor.peek())) {
            return numbers(first, separator);
        }
        int month = cursor.month();
        if (month < 0 || !cursor.skip(separator)) {
            return Stamp.NONE;
        }
        int year = cursor.number(4);
        boolean clock = cursor.skip(' ') || cursor.skip(':');
        cursor.skip(':');
        return clock ? dated(year, month, first) : Stamp.NONE;
    }

    /** {@code 21.11.2026 10:00:00}, {@code 11/21/2026, 10:00:00 AM}, {@code 26/11/21 10:00:00}, {@code 11-21 10:00:00.123}. */
    private Stamp numbers(int first, char separator) {
        int second = cursor.number(2);
        if (cursor.skip(' ')) {
            return second > 0 && cursor.clock() >= 0 ? Stamp.undated(cursor.at()) : Stamp.NONE;
        }
        if (!cursor.skip(separator)) {
            return Stamp.NONE;
        }
        int digits = cursor.digitsAhead();
        int third = cursor.number(4);
        cursor.skip(',');
        if ((digits != 4 && digits != 2) || !cursor.skip(' ')) {
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
        boolean afternoon = cursor.sees(" PM");
        if (!stamp.found() || !(afternoon || cursor.sees(" AM"))) {
            return stamp;
        }
        cursor.to(cursor.at() + 3);
        long clock = Math.floorMod(stamp.millis().orElse(0), DAY);
        long hours = (clock % (DAY / 2)) - clock + (afternoon ? DAY / 2 : 0);
        return new Stamp(cursor.at(), OptionalLong.of(stamp.millis().orElse(0) + hours));
    }

    /** {@code 1795255200.123}, {@code 1795255200123}, {@code 20261121 10:00:00}, {@code 20261121-22:15:29:606}, {@code 261121 203615}. */
    private Stamp bareDigits() {
        int end = HeadWord.digitsEnd(line, cursor.at());
        int length = end - cursor.at();
        boolean blank = end < line.length() && line.charAt(end) == ' ';
        if (length == 8 && end + 1 < line.length() && (blank || line.charAt(end) == '-')) {
            int year = cursor.read(cursor.at(), 4);
            int month = cursor.read(cursor.at() + 4, 2);
            int day = cursor.read(cursor.at() + 6, 2);
            cursor.to(end + 1);
            return year >= 1970 && year < 2100 ? dated(year, month, day) : Stamp.NONE;
        }
        if (length == 6 && blank && HeadWord.digitsEnd(line, end + 1) == end + 7) {
            int clock = cursor.read(end + 1, 2) * 3600 + cursor.read(end + 3, 2) * 60 + cursor.read(end + 5, 2);
            int from = cursor.at();
            cursor.to(end + 7);
            return clock < 86_400
                    ? stamp(
                            2000 + cursor.read(from, 2),
                            cursor.read(from + 2, 2),
                            cursor.read(from + 4, 2),
                            clock * 1_000L)
                    : Stamp.NONE;
        }
        boolean seconds = length == 10 && line.charAt(cursor.at()) == '1';
        boolean millis = length == 13 && line.charAt(cursor.at()) == '1';
        int stop = seconds && end < line.length() && line.charAt(end) == '.' ? HeadWord.digitsEnd(line, end + 1) : end;
        if ((!seconds && !millis) || stop >= line.length() || " \t]|".indexOf(line.charAt(stop)) < 0) {
            return Stamp.NONE;
        }
        return new Stamp(stop, epoch(line.substring(cursor.at(), stop)));
    }

    /** {@code Nov 21, 2026 4:30:00 AM}, {@code Nov 21 10:00:00}, {@code Sat Nov 21 10:00:00.123 2026}. */
    private Stamp wordFirst() {
        int month = cursor.month();
        if (month < 0 && cursor.at() + 4 < line.length() && line.charAt(cursor.at() + 3) == ' ') {
            cursor.to(cursor.at() + 4);
            month = cursor.month();
        }
        boolean dotted = month > 0 && cursor.skip('.');
        if (month < 0 || !cursor.skip(' ')) {
            return Stamp.NONE;
        }
        cursor.skip(' ');
        int day = cursor.number(2);
        if (cursor.skip(',')) {
            return cursor.skip(' ') ? julStamp(month, day) : Stamp.NONE;
        }
        if (dotted) {
            return Stamp.NONE;
        }
        long clock = cursor.skip(' ') ? cursor.clock() : -1;
        if (clock < 0) {
            return Stamp.NONE;
        }
        boolean yearFollows = cursor.peek() == ' ' && cursor.digitsFrom(cursor.at() + 1) == 4;
        if (!yearFollows) {
            return Stamp.undated(cursor.at());
        }
        cursor.skip(' ');
        return stamp(cursor.number(4), month, day, clock);
    }

    private Stamp julStamp(int month, int day) {
        int year = cursor.number(4);
        cursor.skip(',');
        long clock = cursor.skip(' ') ? cursor.clock() : -1;
        if (clock < 0) {
            return Stamp.NONE;
        }
        // Newer JDKs write a narrow no-break space before AM.
        if (cursor.at() + 3 <= line.length()
                && (line.charAt(cursor.at()) == ' ' || line.charAt(cursor.at()) == '\u202f')) {
            String half = line.substring(cursor.at() + 1, cursor.at() + 3);
            long noon = DAY / 2;
            if (half.equals("AM") || half.equals("PM")) {
                cursor.to(cursor.at() + 3);
                clock = clock % noon + (half.equals("PM") ? noon : 0);
            } else if (cursor.sees(" VORM.") || cursor.sees(" NACHM.")) {
                boolean afternoon = half.equals("NA");
                cursor.to(cursor.at() + (afternoon ? " NACHM." : " VORM.").length());
                clock = clock % noon + (afternoon ? noon : 0);
            }
        }
        return stamp(year, month, day, clock);
    }

    private Stamp dated(int year, int month, int day) {
        long clock = cursor.clock();
        if (clock < 0) {
            return Stamp.NONE;
        }
        Stamp utc = stamp(year, month, day, clock);
        if (!utc.found()) {
            return utc;
        }
        long offset = cursor.offset();
        long millis = utc.millis().getAsLong() - offset;
        return new Stamp(cursor.at(), OptionalLong.of(millis));
    }

    private Stamp stamp(int year, int month, int day, long clock) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return Stamp.NONE;
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return Stamp.NONE;
        }
        return new Stamp(
                cursor.at(), OptionalLong.of(LocalDate.of(year, month, day).toEpochDay() * DAY + clock));
    }
}
