package dev.tracemend.logs;

import java.util.Optional;
import java.util.OptionalLong;

/** The layouts of systems rather than of loggers: syslog (both RFCs), klog, container run times. */
final class SystemLayout {
    private SystemLayout() {}

    /** The facts of the line, empty if it is of no such layout. */
    static Optional<LineFacts> facts(String line) {
        if (line.length() < 8) {
            return Optional.empty();
        }
        char first = line.charAt(0);
        if (first == '<') {
            return priority(line);
        }
        if ("IWEFD".indexOf(first) >= 0 && Character.isDigit(line.charAt(1))) {
            return klog(line);
        }
        int kernel = first == '[' ? kernelText(line, 0) : -1;
        if (kernel > 0) {
            return Optional.of(within(line, kernel, OptionalLong.empty(), "kernel", Level.UNKNOWN));
        }
        Optional<LineFacts> cluster = cluster(line);
        if (cluster.isPresent()) {
            return cluster;
        }
        return Character.isLetter(first) ? syslog(line, 0, Level.UNKNOWN) : container(line);
    }

    /** {@code <34>…}: the number holds the severity. */
    private static Optional<LineFacts> priority(String line) {
        int close = line.indexOf('>');
        if (close < 2 || close > 4) {
            return Optional.empty();
        }
        int number = 0;
        for (int i = 1; i < close; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return Optional.empty();
            }
            number = number * 10 + line.charAt(i) - '0';
        }
        Level level = LevelWords.ofSeverity(number & 7);
        return line.startsWith("1 ", close + 1) ? rfc5424(line, close + 3, level) : syslog(line, close + 1, level);
    }

    /** {@code 2026-11-21T10:00:00Z host app 123 ID47 [data] message}. */
    private static Optional<LineFacts> rfc5424(String line, int from, Level level) {
        Stamp time = TimeReader.read(line, from);
        if (!time.found()) {
            return Optional.empty();
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
        return Optional.of(within(line, message, time.millis(), logger, level));
    }

    /** {@code Nov 21 10:00:00 host app[123]: message}. */
    private static Optional<LineFacts> syslog(String line, int from, Level level) {
        Stamp time = TimeReader.read(line, from);
        if (!time.found() || time.end() >= line.length() || line.charAt(time.end()) != ' ') {
            return Optional.empty();
        }
        int host = wordEnd(line, time.end() + 1);
        int app = wordEnd(line, host + 1);
        boolean named = app > host + 1 && line.charAt(app - 1) == ':';
        // With a year and without a priority it is java.util.logging's head.
        if (!named || (time.millis().isPresent() && level == Level.UNKNOWN)) {
            return Optional.empty();
        }
        String tag = line.substring(host + 1, app - 1);
        int bracket = tag.indexOf('[');
        bracket = bracket < 0 ? tag.length() : bracket;
        int round = tag.indexOf('(');
        String name = tag.substring(0, round > 0 ? Math.min(round, bracket) : bracket);
        return Optional.of(within(line, app + 1, time.millis(), name, level));
    }

    /** {@code E1121 10:00:00.123456    17 store.go:42] message}; the year is left out. */
    private static Optional<LineFacts> klog(String line) {
        int blank = line.charAt(5) == ' ' ? 5 : line.length() > 9 && line.charAt(9) == ' ' ? 9 : -1;
        Stamp time = blank > 0 ? TimeReader.read(line, blank + 1) : Stamp.NONE;
        int close = time.found() ? line.indexOf("] ", time.end()) : -1;
        if (close < 0 || close > LineParser.PREFIX) {
            return Optional.empty();
        }
        String[] head = line.substring(time.end(), close).strip().split(" +", -1);
        Level level =
                switch (line.charAt(0)) {
                    case 'I' -> Level.INFO;
                    case 'W' -> Level.WARN;
                    case 'E' -> Level.ERROR;
                    case 'D' -> Level.DEBUG;
                    default -> Level.FATAL;
                };
        String source = head[head.length - 1];
        int colon = source.indexOf(':');
        String logger = colon < 0 ? source : source.substring(0, colon);
        return Optional.of(
                new LineFacts(level, time.millis(), logger, head.length > 1 ? head[0] : "", line.substring(close + 2)));
    }

    /** Logs of big machines: {@code <tag> 1795255200 2026.11.21 node …}, then syslog or {@code … RAS KERNEL FATAL message}. */
    private static Optional<LineFacts> cluster(String line) {
        int tag = wordEnd(line, 0);
        int epoch = HeadWord.digitsEnd(line, tag + 1);
        boolean head = epoch - tag == 11
                && line.startsWith(" ", epoch)
                && HeadWord.digitsEnd(line, epoch + 1) == epoch + 5
                && line.startsWith(".", epoch + 5);
        if (!head) {
            return Optional.empty();
        }
        OptionalLong time = TimeReader.epoch(line.substring(tag + 1, epoch));
        int node = wordEnd(line, epoch + 1);
        int next = wordEnd(line, node + 1) + 1;
        int ras = line.indexOf(" RAS ", next);
        if (ras < 0 || ras > LineParser.PREFIX) {
            Optional<LineFacts> syslog = syslog(line, next, Level.UNKNOWN);
            return syslog.isPresent() ? syslog : Optional.of(within(line, next, time, "", Level.UNKNOWN));
        }
        int component = wordEnd(line, ras + 5);
        int level = wordEnd(line, component + 1);
        Level named = LevelWords.of(line.substring(Math.min(component + 1, level), level));
        return Optional.of(new LineFacts(
                named,
                time,
                line.substring(ras + 5, component),
                "",
                line.substring(Math.min(level + 1, line.length())).strip()));
    }

    /** Where the text behind the kernel's own clock starts, {@code [12345.678901] }; -1 if there is none at {@code from}. */
    static int kernelText(String line, int from) {
        if (from >= line.length() || line.charAt(from) != '[') {
            return -1;
        }
        int seconds = HeadWord.blanksEnd(line, from + 1);
        int dot = HeadWord.digitsEnd(line, seconds);
        int end = dot > seconds && line.startsWith(".", dot) ? HeadWord.digitsEnd(line, dot + 1) : dot;
        return end == dot + 7 && line.startsWith("] ", end) ? end + 2 : -1;
    }

    /** {@code 2026-11-21T10:00:00.123456789Z stderr F message}. */
    private static Optional<LineFacts> container(String line) {
        if (line.length() < 20 || line.charAt(10) != 'T') {
            return Optional.empty();
        }
        Stamp time = TimeReader.read(line, 0);
        boolean stream =
                time.found() && (line.startsWith(" stderr ", time.end()) || line.startsWith(" stdout ", time.end()));
        if (time.found() && !stream && time.end() < line.length() && line.charAt(time.end()) == ' ') {
            return isoSyslog(line, time);
        }
        if (!stream || line.length() < time.end() + 10) {
            return Optional.empty();
        }
        return Optional.of(within(line, time.end() + 10, time.millis(), "", Level.UNKNOWN));
    }

    /** {@code 2026-11-21T10:00:00+0100 host app[1]: message}: the program's number tells it from a logger. */
    private static Optional<LineFacts> isoSyslog(String line, Stamp time) {
        int host = wordEnd(line, time.end() + 1);
        int app = wordEnd(line, host + 1);
        boolean named = app > host + 4 && line.charAt(app - 1) == ':' && line.charAt(app - 2) == ']';
        int bracket = named ? line.indexOf('[', host + 1) : -1;
        if (bracket <= host + 1 || bracket > app || line.charAt(time.end() + 1) == '[') {
            return Optional.empty();
        }
        return Optional.of(within(line, app + 1, time.millis(), line.substring(host + 1, bracket), Level.UNKNOWN));
    }

    /** The facts of the line's rest, and of its head where the rest has none. */
    static LineFacts within(String line, int from, OptionalLong time, String logger, Level level) {
        String rest = line.substring(Math.min(from, line.length()));
        if (logger.equals("kernel")) {
            rest = rest.substring(Math.max(0, kernelText(rest, 0)));
        }
        // A hostile line may nest heads without end; one of each kind is enough.
        LineFacts inner = JsonFields.looksLikeJson(rest)
                ? FieldLayout.facts(JsonFields.read(rest))
                : LogfmtFields.looksLikeLogfmt(rest) ? FieldLayout.facts(LogfmtFields.read(rest)) : inner(rest);
        return LineParser.within(inner, time, logger, level);
    }

    private static LineFacts inner(String rest) {
        return MarkedLayout.facts(rest).orElseGet(() -> new TextLayout(rest).facts());
    }

    private static int wordEnd(String line, int from) {
        int end = Math.min(from, line.length());
        while (end < line.length() && line.charAt(end) != ' ') {
            end++;
        }
        return end;
    }
}
