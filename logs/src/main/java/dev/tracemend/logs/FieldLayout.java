package dev.tracemend.logs;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the facts of a line that carries named fields: JSON lines and logfmt. */
final class FieldLayout {
    private static final List<String> LEVEL = List.of(
            "level",
            "severity",
            "lvl",
            "log.level",
            "levelname",
            "loglevel",
            "level_name",
            "@l",
            "severity_text",
            "severitytext",
            "log_level",
            "lvl_name",
            "s",
            "priority",
            "at");
    private static final List<String> MESSAGE = List.of(
            "message",
            "msg",
            "@m",
            "renderedmessage",
            "@mt",
            "messagetemplate",
            "text",
            "short_message",
            "body",
            "event",
            "log",
            "desc",
            "textpayload",
            "jsonpayload.message",
            "error",
            "err",
            "error.message",
            "err.message",
            "exception.message");
    private static final List<String> TIME = List.of(
            "@timestamp",
            "timestamp",
            "time",
            "ts",
            "@t",
            "asctime",
            "datetime",
            "date",
            "t",
            "t.$date",
            "time_unix_nano",
            "timestamp_ms",
            "eventtime",
            "instant.epochsecond");
    private static final List<String> LOGGER = List.of(
            "logger",
            "logger_name",
            "loggername",
            "name",
            "log.logger",
            "component",
            "module",
            "category",
            "c",
            "sourcecontext",
            "properties.sourcecontext",
            "syslog_identifier",
            "caller",
            "target");
    private static final List<String> THREAD = List.of(
            "thread", "thread_name", "threadname", "process.thread.name", "thread_id", "threadid", "ctx", "pid");

    private FieldLayout() {}

    /** The facts among {@code fields}. */
    static LineFacts facts(Map<String, String> fields) {
        String logger = first(fields, LOGGER);
        LineFacts own = new LineFacts(
                level(fields),
                time(first(fields, TIME)),
                HeadWord.withoutPlace(logger),
                first(fields, THREAD),
                first(fields, MESSAGE));
        String wrapped = own.level() == Level.UNKNOWN ? fields.getOrDefault("log", "") : "";
        return wrapped.isEmpty() || !wrapped.equals(own.message()) ? own : unwrapped(own, wrapped);
    }

    /** A field of a level's name may hold something else: the next one counts then. */
    private static Level level(Map<String, String> fields) {
        for (String name : LEVEL) {
            Level level = LevelWords.ofField(fields.getOrDefault(name, ""));
            if (level != Level.UNKNOWN) {
                return level;
            }
        }
        return Level.UNKNOWN;
    }

    /** What Docker's json-file holds is a line of its own. */
    private static LineFacts unwrapped(LineFacts outer, String line) {
        int end = line.indexOf('\n');
        LineFacts inner = new TextLayout(end < 0 ? line : line.substring(0, end)).facts();
        return LineParser.within(inner, outer.time(), outer.logger(), Level.UNKNOWN);
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
