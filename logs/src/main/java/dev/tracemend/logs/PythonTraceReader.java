package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads a Python traceback: of chained blocks the last is the outermost; of an exception group the first member is its cause. */
final class PythonTraceReader {
    static final String START = "Traceback (most recent call last):";

    private final List<String> lines;
    private int at;
    private final List<ThrownException> blocks = new ArrayList<>();
    private final List<ThrownException> members = new ArrayList<>();
    private final boolean grouped;
    private int member;

    PythonTraceReader(List<String> lines, int from) {
        this.lines = lines;
        this.at = from;
        this.grouped = lines.get(from).contains("+ Exception Group ");
    }

    /** Whether the line begins a traceback; a log line may stand before it. */
    static boolean isStart(String stripped) {
        return stripped.endsWith(START);
    }

    StackTrace read() {
        while (at < lines.size()) {
            String line = ungrouped(lines.get(at));
            at++;
            if (isStart(line.strip())) {
                block();
            } else if (isMemberRule(line)) {
                member++;
            } else if (member == 1 && members.isEmpty()) {
                ExceptionHeader.aboveFrames(line).ifPresent(header -> add(header.type(), header.message(), List.of()));
            }
        }
        CauseChain chain = new CauseChain();
        Collections.reverse(blocks);
        Collections.reverse(members);
        blocks.forEach(each -> chain.add(each.type(), each.message(), each.frames()));
        members.forEach(each -> chain.add(each.type(), each.message(), each.frames()));
        return new StackTrace(Language.PYTHON, chain.exceptions());
    }

    /** Reads the frames and the line that names the exception; {@link #at} stands behind "Traceback". */
    private void block() {
        List<StackFrame> frames = new ArrayList<>();
        while (at < lines.size()) {
            String line = ungrouped(lines.get(at));
            Optional<StackFrame> frame = FrameLine.python(line.strip());
            if (frame.isPresent()) {
                frames.add(frame.get());
            } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                break;
            }
            at++;
        }
        Collections.reverse(frames);
        if (at == lines.size()) {
            // Cut off before its name: the frames still say where.
            add("Exception", "", frames);
            return;
        }
        String last = ungrouped(lines.get(at)).strip();
        at++;
        int colon = last.indexOf(": ");
        String type = colon < 0 ? last : last.substring(0, colon);
        String message = colon < 0 ? "" : last.substring(colon + 2) + moreMessage();
        boolean named = ExceptionHeader.aboveFrames(last).isPresent() || type.indexOf(' ') < 0;
        add(named ? type : "Exception", named ? message : last, frames);
    }

    private String moreMessage() {
        StringBuilder more = new StringBuilder();
        while (at < lines.size()) {
            String line = ungrouped(lines.get(at));
            if (line.isBlank() || isMemberRule(line) || isStart(line)) {
                break;
            }
            more.append('\n').append(line);
            at++;
        }
        return more.toString();
    }

    private void add(String type, String message, List<StackFrame> frames) {
        if (member > 1) {
            return;
        }
        List<ThrownException> target = member == 0 ? blocks : members;
        target.add(new ThrownException(type, message, frames));
    }

    /** The rule above each member of a group, and below the last. */
    private boolean isMemberRule(String line) {
        return grouped && (line.startsWith("-----------") || line.startsWith("+-----------"));
    }

    /** Takes the margin off a line of an exception group. */
    private String ungrouped(String line) {
        if (!grouped) {
            return line;
        }
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        boolean margin = at > 0 && at < line.length() && (line.charAt(at) == '|' || line.charAt(at) == '+');
        if (!margin) {
            return line;
        }
        at++;
        boolean spaced = at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '-');
        return line.substring(spaced ? at + 1 : at);
    }
}
