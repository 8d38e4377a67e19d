package dev.tracemend.logs;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Layouts that are told by their first characters: Ruby's Logger, Android's logcat, Redis, logrus and log15 on a terminal,
 * Microsoft's and winston's {@code fail:}, npm, Erlang's reports.
 */
final class MarkedLayout {
    private MarkedLayout() {}

    /** The facts of the line, empty if it is of no such layout. */
    static Optional<LineFacts> facts(String line) {
        if (line.length() < 5) {
            return Optional.empty();
        }
        char first = line.charAt(0);
        char second = line.charAt(1);
        if (first >= 'A' && first <= 'Z') {
            if (second == ',' && line.startsWith(" [", 2)) {
                return ruby(line);
            }
            if (second == '/') {
                return logcat(line, 0, OptionalLong.empty());
            }
            return bracketed(line);
        }
        if (first >= '0' && first <= '9') {
            return numbered(line);
        }
        if (first == '=') {
            return report(line);
        }
        if (first == '#' || first == ':') {
            return command(line, first == '#' ? "##[" : "::", first == '#' ? ']' : ':');
        }
        return first >= 'a' && first <= 'z' ? small(line) : Optional.empty();
    }

    /** {@code E, [2026-11-21T10:00:00.123456 #17] ERROR -- billing: message}. */
    private static Optional<LineFacts> ruby(String line) {
        int close = line.indexOf(']');
        int dashes = close < 0 ? -1 : line.indexOf(" -- ", close);
        if (dashes < 0 || dashes > LineParser.PREFIX) {
            return Optional.empty();
        }
        Level named = LevelWords.of(line.substring(close + 1, dashes).strip());
        Level level = named == Level.UNKNOWN ? LevelWords.ofLetter(line.charAt(0)) : named;
        int colon = line.indexOf(": ", dashes + 3);
        int end = colon < 0 ? line.length() : colon;
        String name = line.substring(Math.min(dashes + 4, end), end);
        Stamp time = TimeReader.read(line, 4);
        int number = line.indexOf('#');
        String thread = number > 0 && number < close ? line.substring(number + 1, close) : "";
        boolean plain = HeadWord.isLogger(name);
        String message = line.substring(colon < 0 ? Math.min(dashes + 4, line.length()) : colon + 2);
        return Optional.of(new LineFacts(level, time.millis(), plain ? name : "", thread, message));
    }

    /** {@code E/OrderService( 1234): message}. */
    private static Optional<LineFacts> logcat(String line, int at, OptionalLong time) {
        int colon = line.indexOf("): ", at);
        int open = colon < 0 ? -1 : line.lastIndexOf('(', colon);
        Level level = LevelWords.ofLetter(line.charAt(at));
        if (open < at + 3 || open > at + 80 || level == Level.UNKNOWN) {
            return Optional.empty();
        }
        String tag = line.substring(at + 2, open).strip();
        return Optional.of(
                new LineFacts(level, time, tag, line.substring(open + 1, colon).strip(), line.substring(colon + 3)));
    }

    /** {@code ERRO[0001] message}, {@code EROR[11-21|10:00:00] message}. */
    private static Optional<LineFacts> bracketed(String line) {
        int open = line.indexOf('[');
        int close = open == 4 ? line.indexOf("] ", open) : -1;
        if (close < 0 || close > 30) {
            return Optional.empty();
        }
        Level level = LevelWords.of(line.substring(0, 4));
        return level == Level.UNKNOWN
                ? Optional.empty()
                : Optional.of(new LineFacts(
                        level,
                        OptionalLong.empty(),
                        "",
                        "",
                        line.substring(close + 2).strip()));
    }

    /** Redis, and the time, process and thread that logcat writes before its letter. */
    private static Optional<LineFacts> numbered(String line) {
        int colon = HeadWord.digitsEnd(line, 0);
        if (colon < line.length() - 3
                && line.charAt(colon) == ':'
                && "MCSX".indexOf(line.charAt(colon + 1)) >= 0
                && line.charAt(colon + 2) == ' ') {
            return redis(line, colon + 3);
        }
        boolean dated = line.length() > 24 && line.charAt(2) == '-' && line.charAt(5) == ' ';
        Stamp time = dated ? TimeReader.read(line, 0) : Stamp.NONE;
        if (!time.found() || time.end() + 3 >= line.length()) {
            return Optional.empty();
        }
        int at = HeadWord.blanksEnd(line, time.end());
        if (at + 2 < line.length() && line.charAt(at + 1) == '/') {
            return logcat(line, at, time.millis());
        }
        int process = HeadWord.digitsEnd(line, at);
        int thread = HeadWord.blanksEnd(line, process);
        int end = HeadWord.digitsEnd(line, thread);
        int letter = HeadWord.blanksEnd(line, end);
        if (process == at || letter == end || letter + 2 >= line.length() || line.charAt(letter + 1) != ' ') {
            return Optional.empty();
        }
        Level level = LevelWords.ofLetter(line.charAt(letter));
        int tag = line.indexOf(": ", letter);
        int stop = tag < 0 && line.endsWith(":") ? line.length() - 1 : tag;
        if (level == Level.UNKNOWN || stop < 0 || stop > LineParser.PREFIX) {
            return Optional.empty();
        }
        return Optional.of(new LineFacts(
                level,
                time.millis(),
                line.substring(letter + 2, stop).strip(),
                line.substring(thread, end),
                line.substring(Math.min(stop + 2, line.length()))));
    }

    /** {@code 17:M 21 Nov 2026 10:00:00.123 # message}; the sign is the level. */
    private static Optional<LineFacts> redis(String line, int from) {
        Stamp time = TimeReader.read(line, from);
        if (!time.found() || time.end() + 3 > line.length()) {
            return Optional.empty();
        }
        Level level =
                switch (line.charAt(time.end() + 1)) {
                    case '#' -> Level.WARN;
                    case '*' -> Level.INFO;
                    case '-', '.' -> Level.DEBUG;
                    default -> Level.UNKNOWN;
                };
        return level == Level.UNKNOWN
                ? Optional.empty()
                : Optional.of(new LineFacts(
                        level,
                        time.millis(),
                        "",
                        "",
                        line.substring(time.end() + 2).strip()));
    }

    /** {@code fail: Shop.Orders[42]}, {@code error: message}, {@code npm ERR! message}. */
    private static Optional<LineFacts> small(String line) {
        if (line.startsWith("npm ERR! ") || line.startsWith("npm error ") || line.startsWith("npm WARN ")) {
            Level level = line.startsWith("npm WARN ") ? Level.WARN : Level.ERROR;
            return Optional.of(new LineFacts(level, OptionalLong.empty(), "npm", "", line.substring(9)));
        }
        int colon = line.indexOf(':');
        if (colon == 1 && line.startsWith(": file://", 1) && "ewi".indexOf(line.charAt(0)) >= 0) {
            // Kotlin's compiler.
            Level kotlin = LevelWords.ofLetter(Character.toUpperCase(line.charAt(0)));
            return Optional.of(new LineFacts(kotlin, OptionalLong.empty(), "", "", line.substring(3)));
        }
        if (colon < 3 || colon > 8 || colon + 1 >= line.length() || line.charAt(colon + 1) != ' ') {
            return Optional.empty();
        }
        Level level = LevelWords.ofSmall(line.substring(0, colon));
        if (level == Level.UNKNOWN) {
            return Optional.empty();
        }
        String rest = line.substring(colon + 1).strip();
        int open = rest.endsWith("]") ? rest.lastIndexOf('[') : -1;
        boolean category = open > 0
                && HeadWord.isLogger(rest.substring(0, open))
                && HeadWord.digitsEnd(rest, open + 1) == rest.length() - 1;
        return Optional.of(new LineFacts(
                level, OptionalLong.empty(), category ? rest.substring(0, open) : "", "", category ? "" : rest));
    }

    /** {@code ##[error]message}, {@code ::error file=app.js,line=1::message}: how build services mark lines. */
    private static Optional<LineFacts> command(String line, String open, char shut) {
        int end = open.length();
        while (end < line.length() && Character.isLowerCase(line.charAt(end))) {
            end++;
        }
        Level level = line.startsWith(open) ? LevelWords.ofSmall(line.substring(open.length(), end)) : Level.UNKNOWN;
        int close = shut == ']' ? end : line.indexOf("::", end);
        if (level == Level.UNKNOWN || close < 0 || close >= line.length()) {
            return Optional.empty();
        }
        String message = line.substring(Math.min(close + (shut == ']' ? 1 : 2), line.length()));
        return Optional.of(new LineFacts(level, OptionalLong.empty(), "", "", message.strip()));
    }

    /** {@code =ERROR REPORT==== 21-Nov-2026::10:00:00 ===}. */
    private static Optional<LineFacts> report(String line) {
        int report = line.indexOf(" REPORT====");
        if (report < 4 || report > 20) {
            return Optional.empty();
        }
        String kind = line.substring(1, report);
        Level level =
                switch (kind) {
                    case "CRASH", "SUPERVISOR" -> Level.ERROR;
                    case "PROGRESS" -> Level.INFO;
                    default -> LevelWords.ofCapitals(kind);
                };
        Stamp time = TimeReader.read(line, HeadWord.blanksEnd(line, report + 11));
        return level == Level.UNKNOWN
                ? Optional.empty()
                : Optional.of(new LineFacts(level, time.millis(), "", "", line.substring(1, report + 7)));
    }
}
