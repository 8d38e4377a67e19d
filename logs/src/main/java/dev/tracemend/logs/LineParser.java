package dev.tracemend.logs;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads level, time, logger, thread and message from the first line of an event, in the layouts in common use: Logback,
 * Log4j, Spring Boot, java.util.logging, Python's logging, uvicorn, klog, syslog, nginx, Apache, JSON lines and logfmt.
 * Only the first {@link #PREFIX} characters of a text line are looked at; the whole takes linear time.
 */
public final class LineParser {
    /** How far into a line its level may stand. */
    static final int PREFIX = 256;

    private static final char ESCAPE = '\u001b';

    private LineParser() {}

    /** What {@code event}'s first line says; the level is {@link Level#UNKNOWN} and texts are empty where it says nothing. */
    public static LineFacts parse(String event) {
        int end = event.indexOf('\n');
        String line = plain(end < 0 ? event : event.substring(0, end));
        if (JsonFields.looksLikeJson(line)) {
            return FieldLayout.facts(JsonFields.read(line));
        }
        if (LogfmtFields.looksLikeLogfmt(line)) {
            return FieldLayout.facts(LogfmtFields.read(line));
        }
        LineFacts facts = text(line);
        if (end >= 0 && saysNothing(facts.message())) {
            int next = event.indexOf('\n', end + 1);
            String second = next < 0 ? event.substring(end + 1) : event.substring(end + 1, next);
            return new LineFacts(facts.level(), facts.time(), facts.logger(), facts.thread(), second.strip());
        }
        boolean head = facts.level() == Level.UNKNOWN && facts.time().isPresent() && end >= 0;
        return head ? withSecondLine(event, end + 1, facts) : facts;
    }

    /** Whether there is no message, one of lines and frames alone, or one that only announces the next line. */
    private static boolean saysNothing(String message) {
        if (message.equals("Unhandled exception:")) {
            // Dart names it on the next line.
            return true;
        }
        for (int i = 0; i < message.length(); i++) {
            if (Character.isLetterOrDigit(message.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line says when or how grave it is, and so starts an event. */
    static boolean startsEvent(String line) {
        if (line.isEmpty() || line.charAt(0) == '\t') {
            return false;
        }
        LineFacts facts = parse(line);
        return facts.level() != Level.UNKNOWN
                || facts.time().isPresent()
                || TimeReader.read(line, 0).found();
    }

    private static LineFacts text(String line) {
        if (line.startsWith("[pod/") && line.indexOf("] ") > 0) {
            return SystemLayout.within(line, line.indexOf("] ") + 2, OptionalLong.empty(), "", Level.UNKNOWN);
        }
        Optional<LineFacts> special = SystemLayout.facts(line);
        if (special.isPresent()) {
            return special.get();
        }
        Optional<LineFacts> marked = MarkedLayout.facts(line);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<LineFacts> event = EventTable.facts(line);
        if (event.isPresent()) {
            return event.get();
        }
        int bar = bar(line);
        if (bar > 0 && !TimeReader.read(line, 0).found()) {
            LineFacts inner = SystemLayout.within(line, bar + 3, OptionalLong.empty(), "", Level.UNKNOWN);
            if (inner.level() != Level.UNKNOWN || inner.time().isPresent()) {
                return inner;
            }
        }
        return new TextLayout(line).facts();
    }

    /** Where compose parts a service's name, one word, from its line; -1 if it does not. */
    private static int bar(String line) {
        int end = HeadWord.wordEnd(line, 0);
        int bar = end == 0 || end > 60 ? -1 : HeadWord.blanksEnd(line, end);
        return bar > end && line.startsWith("| ", bar) ? bar - 1 : -1;
    }

    /** java.util.logging writes time and source on one line, level and message on the next. */
    private static LineFacts withSecondLine(String event, int start, LineFacts first) {
        int end = event.indexOf('\n', start);
        String line = end < 0 ? event.substring(start) : event.substring(start, end);
        int colon = line.indexOf(": ");
        Level level = colon > 0 && colon <= LevelWords.LONGEST
                ? LevelWords.ofCapitals(line.substring(0, colon))
                : Level.UNKNOWN;
        if (level == Level.UNKNOWN) {
            return first;
        }
        String source = first.message();
        int blank = source.indexOf(' ');
        String logger = blank < 0 ? source : source.substring(0, blank);
        return new LineFacts(level, first.time(), logger, "", line.substring(colon + 2));
    }

    /** Colours are for terminals; carriage returns for other systems. */
    private static String plain(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        if (line.indexOf(ESCAPE) < 0) {
            return line.substring(0, end);
        }
        StringBuilder text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            int next = line.charAt(i) == ESCAPE ? afterColour(line, i, end) : i;
            if (next == i) {
                text.append(line.charAt(i));
            } else {
                i = next - 1;
            }
        }
        return text.toString();
    }

    private static int afterColour(String line, int from, int end) {
        int at = from + 1;
        if (at >= end || line.charAt(at) != '[') {
            return at;
        }
        do {
            at++;
        } while (at < end && at < from + 20 && (Character.isDigit(line.charAt(at)) || line.charAt(at) == ';'));
        return Math.min(at + 1, end);
    }

    /** The facts of {@code inner}, with {@code time} and {@code logger} where it has none of its own. */
    static LineFacts within(LineFacts inner, OptionalLong time, String logger, Level level) {
        return new LineFacts(
                inner.level() == Level.UNKNOWN ? level : inner.level(),
                inner.time().isPresent() ? inner.time() : time,
                inner.logger().isEmpty() ? logger : inner.logger(),
                inner.thread(),
                inner.message());
    }
}
