package dev.tracemend.logs;

import java.util.OptionalLong;

/** The layouts of systems rather than of loggers: syslog (both RFCs), klog, container run times. */
final class SystemLayout {
    /** Says that the line is of no such layout. */
    static final LineFacts OTHER = new LineFacts(Level.UNKNOWN, OptionalLong.empty(), "", "", "");

    private SystemLayout() {}

    /** The facts of the line, or {@link #OTHER} itself. */
    static LineFacts facts(String line) {
        if (line.length() < 8) {
            return OTHER;
        }
        char first = line.charAt(0);
        if (first == '<') {
            return priority(line);
        }
        if ("IWEF".indexOf(first) >= 0 && Character.isDigit(line.charAt(1))) {
            return klog(line);
        }
        return Character.isLetter(first) ? syslog(line, 0, Level.UNKNOWN) : container(line);
    }

    /** {@code <34>…}: the number holds the severity. */
    private static LineFacts priority(String line) {
        int close = line.indexOf('>');
        if (close < 2 || close > 4) {
            return OTHER;
        }
        int number = 0;
        for (int i = 1; i < close; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return OTHER;
            }
            number = number * 10 + line.charAt(i) - '0';
        }
        Level level = LevelWords.ofSeverity(number & 7);
        return line.startsWith("1 ", close + 1) ? rfc5424(line, close + 3, level) : syslog(line, close + 1, level);
    }

    /** {@code 2026-11-21T10:00:00Z host app 123 ID47 [data] message}. */
    private static LineFacts rfc5424(String line, int from, Level level) {
        Stamp time = TimeReader.read(line, from);
        if (!time.found()) {
            return OTHER;
        }
        int host = wordEnd(line, time.end() + 1);
        int app = wordEnd(line, host + 1);
        int id = wordEnd(line, wordEnd(line, app + 1) + 1);
        int message = id + 1;
        if (line.startsWith("- ", message)) {
            message += 2;
        } else if (line.startsWith("[", message) && line.indexOf("] ", message) > 0) {
            message = line.indexOf("] ", message) + 2;
        }
        String logger = host + 1 < app ? line.substring(host + 1, app) : "";
        return within(line, message, time.millis(), logger, level);
    }

    /** {@code Nov 21 10:00:00 host app[123]: message}. */
    private static LineFacts syslog(String line, int from, Level level) {
        Stamp time = TimeReader.read(line, from);
        if (!time.found() || time.end() >= line.length() || line.charAt(time.end()) != ' ') {
            return OTHER;
        }
        int host = wordEnd(line, time.end() + 1);
        int app = wordEnd(line, host + 1);
        boolean named = app > host + 1 && line.charAt(app - 1) == ':';
        // With a year and without a priority it is java.util.logging's head.
        if (!named || (time.millis().isPresent() && level == Level.UNKNOWN)) {
            return OTHER;
        }
        String tag = line.substring(host + 1, app - 1);
        int bracket = tag.indexOf('[');
        return within(line, app + 1, time.millis(), bracket < 0 ? tag : tag.substring(0, bracket), level);
    }

    /** {@code E1121 10:00:00.123456    17 store.go:42] message}; the year is left out. */
    private static LineFacts klog(String line) {
        Stamp time = line.charAt(5) == ' ' ? TimeReader.read(line, 6) : Stamp.NONE;
        int close = time.found() ? line.indexOf("] ", time.end()) : -1;
        if (close < 0 || close > LineParser.PREFIX) {
            return OTHER;
        }
        String[] head = line.substring(time.end(), close).strip().split(" +");
        Level level =
                switch (line.charAt(0)) {
                    case 'I' -> Level.INFO;
                    case 'W' -> Level.WARN;
                    case 'E' -> Level.ERROR;
                    default -> Level.FATAL;
                };
        String source = head[head.length - 1];
        int colon = source.indexOf(':');
        String logger = colon < 0 ? source : source.substring(0, colon);
        return new LineFacts(level, time.millis(), logger, head.length > 1 ? head[0] : "", line.substring(close + 2));
    }

    /** {@code 2026-11-21T10:00:00.123456789Z stderr F message}. */
    private static LineFacts container(String line) {
        Stamp time = TimeReader.read(line, 0);
        boolean stream =
                time.found() && (line.startsWith(" stderr ", time.end()) || line.startsWith(" stdout ", time.end()));
        if (!stream || line.length() < time.end() + 10) {
            return OTHER;
        }
        return within(line, time.end() + 10, time.millis(), "", Level.UNKNOWN);
    }

    /** The facts of the line's rest, and of its head where the rest has none. */
    static LineFacts within(String line, int from, OptionalLong time, String logger, Level level) {
        String rest = line.substring(Math.min(from, line.length()));
        // A hostile line may nest heads without end; one of each kind is enough.
        LineFacts inner = JsonFields.looksLikeJson(rest)
                ? FieldLayout.facts(JsonFields.read(rest))
                : new TextLayout(rest).facts();
        return LineParser.within(inner, time, logger, level);
    }

    private static int wordEnd(String line, int from) {
        int end = Math.min(from, line.length());
        while (end < line.length() && line.charAt(end) != ' ') {
            end++;
        }
        return end;
    }
}
