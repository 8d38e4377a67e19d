package dev.tracemend.logs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the stack trace of an event, whichever run time wrote it: Java, Python, Node, Go, Rust,
 * .NET, Ruby or PHP, as text or within a field of a
 * JSON line. An exception without frames counts too, where a line holds nothing else.
 */
public final class TraceParser {
    /** Exceptions of one chain that are kept; from the middle of a longer one some are left out. */
    static final int MOST_CAUSES = 64;

    /** Frames of one trace that are kept, all exceptions together. */
    static final int MOST_FRAMES = 8_192;

    private static final List<String> FIELDS = List.of(
            "stack_trace",
            "stacktrace",
            "error.stack_trace",
            "exc_info",
            "exception",
            "exception.stacktrace",
            "stack",
            "err.stack",
            "error.stack",
            "error.stacktrace",
            "traceback",
            "@x",
            "err",
            "exception.stack",
            "exc_text",
            "error.backtrace",
            "backtrace",
            "details",
            "jsonpayload.message",
            "error",
            "log",
            "message",
            "msg");

    private TraceParser() {}

    /** The trace in {@code event}, {@link StackTrace#NONE} if there is none. */
    public static StackTrace parse(String event) {
        if (!JsonFields.looksLikeJson(event)) {
            return event.indexOf('\n') < 0 && !event.contains(" panicked at ") ? single(event) : text(event);
        }
        Map<String, String> fields = JsonFields.read(event);
        for (String name : FIELDS) {
            StackTrace trace = text(fields.getOrDefault(name, ""));
            if (!trace.isEmpty()) {
                return trace;
            }
        }
        int end = event.indexOf('\n');
        return end < 0 ? StackTrace.NONE : text(event.substring(end + 1));
    }

    /** One line holds a trace only as a name, or cut to its first frame. */
    private static StackTrace single(String line) {
        int first = HeadWord.blanksEnd(line, 0);
        boolean plain = first == line.length()
                || (line.charAt(first) >= '0' && line.charAt(first) <= '9')
                || line.charAt(first) == '<';
        return plain && line.indexOf(".rb:") < 0 && !line.endsWith(":") ? StackTrace.NONE : text(line);
    }

    private static StackTrace text(String event) {
        List<String> lines = event.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String stripped = lines.get(i).strip();
            if (PythonTraceReader.isStart(stripped)) {
                return new PythonTraceReader(lines, i).read();
            }
            Optional<StackTrace> other = other(lines, i, stripped);
            if (other.isPresent()) {
                return other.get();
            }
            if (stripped.startsWith("at ")) {
                if (DotnetTraceReader.frame(stripped).isPresent() && DotnetTraceReader.isTrace(lines, i)) {
                    return new DotnetTraceReader(lines).read(i);
                }
                if (FrameLine.java(stripped).isPresent()) {
                    return new JavaTraceReader(lines, i).read();
                }
                if (FrameLine.node(stripped).isPresent()) {
                    return new NodeTraceReader(lines, i).read();
                }
            }
        }
        return bare(lines);
    }

    /** What starts a trace of Go, Rust, PHP or Ruby. */
    private static Optional<StackTrace> other(List<String> lines, int at, String stripped) {
        if (OtherFrames.isGoroutine(stripped) || (stripped.endsWith(")") && GoTraceReader.isPair(lines, at))) {
            return Optional.of(new GoTraceReader(lines).read(at));
        }
        if (RustTraceReader.isStart(stripped)) {
            return Optional.of(new RustTraceReader(lines).read(at));
        }
        if (PhpTraceReader.isFirst(stripped)) {
            return Optional.of(new PhpTraceReader(lines).read(at));
        }
        if (stripped.indexOf(":in ") > 0 && OtherFrames.ruby(stripped).isPresent()) {
            return Optional.of(new RubyTraceReader(lines).read(at));
        }
        return Optional.empty();
    }

    /** An exception without frames fills the first line, or the one below the log line. */
    private static StackTrace bare(List<String> lines) {
        Optional<StackTrace> php = PhpTraceReader.bare(lines);
        if (php.isPresent()) {
            return php.get();
        }
        for (int i = 0; i < lines.size() && i < 2; i++) {
            Optional<ExceptionHeader> header = ExceptionHeader.of(lines.get(i));
            if (header.isPresent()) {
                String type = header.get().type();
                boolean java = type.startsWith("java.") || type.startsWith("javax.") || type.startsWith("jakarta.");
                Language language = java ? Language.JAVA : Language.UNKNOWN;
                return new StackTrace(
                        language, List.of(new ThrownException(type, header.get().message(), List.of())));
            }
        }
        return StackTrace.NONE;
    }
}
