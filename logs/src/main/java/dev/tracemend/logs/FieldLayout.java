package dev.tracemend.logs;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the facts of a line that carries named fields: JSON lines and logfmt. */
final class FieldLayout {
    private static final List<String> LEVEL = List.of(
            "level", "severity", "lvl", "log.level", "levelname", "loglevel", "level_name", "@l", "s", "severity_text");
    private static final List<String> MESSAGE =
            List.of("message", "msg", "@m", "text", "body", "event", "log", "error", "error.message", "err.message");
    private static final List<String> TIME = List.of(
            "@timestamp", "timestamp", "time", "ts", "@t", "asctime", "datetime", "date", "t", "instant.epochsecond");
    private static final List<String> LOGGER =
            List.of("logger", "logger_name", "loggername", "name", "log.logger", "component", "module", "caller");
    private static final List<String> THREAD =
            List.of("thread", "thread_name", "threadname", "process.thread.name", "pid");

    private FieldLayout() {}

    /** The facts among {@code fields}. */
    static LineFacts facts(Map<String, String> fields) {
        return new LineFacts(
                LevelWords.ofField(first(fields, LEVEL)),
                time(first(fields, TIME)),
                first(fields, LOGGER),
                first(fields, THREAD),
                first(fields, MESSAGE));
    }

    /** The first value there is, empty if none. */
    static String first(Map<String, String> fields, List<String> names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static OptionalLong time(String value) {
        OptionalLong epoch = TimeReader.epoch(value);
        return epoch.isPresent() ? epoch : TimeReader.read(value, 0).millis();
    }
}
