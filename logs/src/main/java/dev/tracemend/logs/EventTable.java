package dev.tracemend.logs;

import java.util.Optional;
import java.util.OptionalLong;

/** The rows of {@code kubectl get events}: age, type, reason, object, message, with gaps between. */
final class EventTable {
    private static final String GAP = "  ";
    /** How far the type stands from the start: behind the age and, over all namespaces, the namespace. */
    private static final int MOST_COLUMNS = 3;

    private EventTable() {}

    /** The facts of a row, empty if the line is none; the reason is the logger and begins the message. */
    static Optional<LineFacts> facts(String line) {
        int from = 0;
        for (int i = 0; i < MOST_COLUMNS; i++) {
            int end = line.indexOf(GAP, from);
            if (end <= from || end > LineParser.PREFIX) {
                return Optional.empty();
            }
            Level level = i == 0 ? Level.UNKNOWN : type(line, from, end);
            int reason = HeadWord.blanksEnd(line, end);
            if (level != Level.UNKNOWN) {
                return row(line, reason, level);
            }
            from = reason;
        }
        return Optional.empty();
    }

    private static Level type(String line, int from, int end) {
        boolean normal = end - from == 6 && line.startsWith("Normal", from);
        boolean warning = end - from == 7 && line.startsWith("Warning", from);
        return normal ? Level.INFO : warning ? Level.WARN : Level.UNKNOWN;
    }

    private static Optional<LineFacts> row(String line, int reason, Level level) {
        int end = HeadWord.wordEnd(line, reason);
        int object = HeadWord.blanksEnd(line, end);
        boolean named = end > reason && Character.isUpperCase(line.charAt(reason)) && object > end + 1;
        int slash = line.indexOf('/', object);
        if (!named || slash < 0 || slash > HeadWord.wordEnd(line, object)) {
            return Optional.empty();
        }
        return Optional.of(new LineFacts(
                level,
                OptionalLong.empty(),
                line.substring(reason, end),
                "",
                line.substring(reason).strip()));
    }
}
