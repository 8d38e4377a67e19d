package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the stack trace of an event, whichever run time wrote it. */
public final class TraceParser {
    private static final Pattern HEADER =
            Pattern.compile("(?:Caused by: |.{0,200}?)((?:[a-z]\\w{0,60}\\.){1,12}[A-Z][\\w$]{0,100})(?:: (.*))?");
    private static final Pattern FRAME = Pattern.compile(
            "\\s{1,8}at (?:[\\w.@-]{0,80}/)?([\\w.$]{1,300})\\.([\\w$<>]{1,200})\\(([\\w$]{1,100}\\.java)?:?(\\d{1,7})?[^)]{0,50}\\).{0,100}");

    private TraceParser() {}

    /** The trace in {@code event}, {@link StackTrace#NONE} if there is none. */
    public static StackTrace parse(String event) {
        List<ThrownException> chain = new ArrayList<>();
        List<StackFrame> frames = new ArrayList<>();
        String type = "";
        String message = "";
        for (String line : event.split("\n")) {
            Matcher frame = FRAME.matcher(line);
            Matcher header = HEADER.matcher(line);
            if (frame.matches()) {
                String file = frame.group(3) == null ? "" : frame.group(3);
                int number = frame.group(4) == null ? 0 : Integer.parseInt(frame.group(4));
                boolean inApp = !frame.group(1).startsWith("java");
                frames.add(new StackFrame(frame.group(1), frame.group(2), file, number, inApp));
            } else if (header.matches()) {
                if (!frames.isEmpty()) {
                    chain.add(new ThrownException(type, message, frames));
                    frames.clear();
                }
                type = header.group(1);
                message = header.group(2) == null ? "" : header.group(2);
            }
        }
        if (!frames.isEmpty()) {
            chain.add(new ThrownException(type, message, frames));
        }
        return chain.isEmpty() ? StackTrace.NONE : new StackTrace(Language.JAVA, chain);
    }
}
