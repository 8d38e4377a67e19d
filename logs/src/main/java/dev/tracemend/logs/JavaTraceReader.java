package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Java trace whose first frame is known; frames that a cause leaves out are those of the exception around it. */
final class JavaTraceReader {
    /** Lines above the first frame that may belong to the message. */
    private static final int MOST_MESSAGE_LINES = 50;

    private static final int NOT_SUPPRESSED = -1;

    private final List<String> lines;
    private final int firstFrame;
    private final CauseChain chain = new CauseChain();
    private List<StackFrame> enclosing = List.of();
    private List<StackFrame> frames = new ArrayList<>();
    private String type = "";
    private StringBuilder message = new StringBuilder();
    private boolean inMessage;
    private int suppressedIndent = NOT_SUPPRESSED;

    JavaTraceReader(List<String> lines, int firstFrame) {
        this.lines = lines;
        this.firstFrame = firstFrame;
    }

    StackTrace read() {
        int header = header();
        inMessage = false;
        for (int i = Math.max(header + 1, firstFrame); i < lines.size(); i++) {
            String line = lines.get(i);
            String stripped = line.strip();
            if (stripped.startsWith("Exception in thread \"") || PythonTraceReader.isStart(stripped)) {
                break;
            }
            line(line, stripped);
        }
        close();
        return chain.exceptions().isEmpty() ? StackTrace.NONE : new StackTrace(Language.JAVA, chain.exceptions());
    }

    private void line(String line, String stripped) {
        int indent = line.length() - line.stripLeading().length();
        boolean cause = stripped.startsWith("Caused by: ");
        boolean frame = stripped.startsWith("at ");
        boolean leaves = cause ? indent < suppressedIndent : frame && indent <= suppressedIndent;
        if (suppressedIndent != NOT_SUPPRESSED && !leaves) {
            return;
        }
        suppressedIndent = NOT_SUPPRESSED;
        if (stripped.startsWith("Suppressed: ") && indent > 0) {
            suppressedIndent = indent;
            inMessage = false;
        } else if (cause) {
            cause(stripped);
        } else if (frame) {
            frame(stripped);
        } else if (FrameLine.isMore(stripped)) {
            restore(FrameLine.more(stripped));
        } else if (inMessage) {
            message.append('\n').append(line);
        }
    }

    private void cause(String stripped) {
        Optional<ExceptionHeader> header = ExceptionHeader.aboveFrames(stripped);
        close();
        frames = new ArrayList<>();
        type = header.map(ExceptionHeader::type).orElse("");
        message = new StringBuilder(header.map(ExceptionHeader::message).orElse(""));
        inMessage = true;
    }

    private void frame(String stripped) {
        Optional<StackFrame> frame = FrameLine.java(stripped);
        if (frame.isPresent() && frames.size() < TraceParser.MOST_FRAMES) {
            inMessage = false;
            frames.add(frame.get());
        }
    }

    private void restore(int count) {
        inMessage = false;
        int from = Math.max(0, enclosing.size() - count);
        int room = Math.max(0, TraceParser.MOST_FRAMES - frames.size());
        List<StackFrame> common = enclosing.subList(from, enclosing.size());
        frames.addAll(common.subList(0, Math.min(room, common.size())));
    }

    /** Ends the exception under way; a circular reference has no type and is none. */
    private void close() {
        if (!type.isEmpty()) {
            chain.add(type, message.toString(), frames);
            enclosing = frames;
        }
    }

    /** Looks for the header above the first frame, sets type and message, gives its line (-1 if there is none). */
    private int header() {
        int last = Math.max(0, firstFrame - MOST_MESSAGE_LINES);
        for (int i = firstFrame - 1; i >= last; i--) {
            String stripped = lines.get(i).strip();
            boolean direct = i == firstFrame - 1;
            Optional<ExceptionHeader> header =
                    direct ? ExceptionHeader.aboveFrames(stripped) : ExceptionHeader.of(stripped);
            header = header.isEmpty() && (direct || i == 0) ? ExceptionHeader.inside(stripped) : header;
            if (header.isPresent()) {
                take(header.get(), i);
                return i;
            }
        }
        // Frames without a header still say where.
        type = "java.lang.Throwable";
        return firstFrame - 1;
    }

    private void take(ExceptionHeader header, int at) {
        // A thread dump has frames too, below the state of each thread; it is no exception.
        type = header.type().equals("java.lang.Thread.State") ? "" : header.type();
        message.append(header.message());
        for (int i = at + 1; i < firstFrame; i++) {
            message.append('\n').append(lines.get(i));
        }
    }
}
