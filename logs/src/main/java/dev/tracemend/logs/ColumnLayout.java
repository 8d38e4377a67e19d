package dev.tracemend.logs;

import java.util.Optional;

/** Lines of columns without blanks around what parts them: {@code 2026-11-21 10:00:00.1234|ERROR|Shop.Orders|message}. */
final class ColumnLayout {
    private static final int MOST_COLUMNS = 6;

    private ColumnLayout() {}

    /** The facts of the line whose time ends at {@code time.end()}; empty if no such column names a level. */
    static Optional<LineFacts> facts(String line, Stamp time) {
        char mark = line.charAt(time.end());
        int from = time.end() + 1;
        Level level = Level.UNKNOWN;
        String logger = "";
        String thread = "";
        int message = -1;
        for (int i = 0; i < MOST_COLUMNS && from < line.length(); i++) {
            int end = line.indexOf(mark, from);
            if (end < 0 || end > LineParser.PREFIX) {
                break;
            }
            String column = line.substring(from, end).strip();
            column = column.startsWith("[") && column.endsWith("]") ? column.substring(1, column.length() - 1) : column;
            Level named = level == Level.UNKNOWN ? LevelWords.of(column) : Level.UNKNOWN;
            if (named != Level.UNKNOWN) {
                level = named;
            } else if (!column.isEmpty() && !HeadWord.isNumber(column)) {
                if (!HeadWord.isLogger(column)) {
                    break;
                }
                boolean better = logger.isEmpty() || (HeadWord.isClassName(column) && !HeadWord.isClassName(logger));
                thread = better ? logger : column;
                logger = better ? column : logger;
            }
            message = end + 1;
            from = end + 1;
        }
        if (message < 0) {
            return Optional.empty();
        }
        return Optional.of(new LineFacts(
                level, time.millis(), logger, thread, line.substring(message).strip()));
    }

    /** Whether a character behind a time parts columns. */
    static boolean isMark(char c) {
        return c == '|' || c == ';' || c == ',' || c == '\t';
    }
}
