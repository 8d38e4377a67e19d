package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Node trace whose first frame is known, with the causes that its inspector prints below. */
final class NodeTraceReader {
    private static final String CAUSE = "[cause]: ";
    private static final int MOST_MESSAGE_LINES = 50;

    private final List<String> lines;
    private final int firstFrame;
    private final CauseChain chain = new CauseChain();
    private List<StackFrame> frames = new ArrayList<>();
    private String type = "";
    private StringBuilder message = new StringBuilder();
    private boolean inMessage;

    NodeTraceReader(List<String> lines, int firstFrame) {
        this.lines = lines;
        this.firstFrame = firstFrame;
    }

    StackTrace read() {
        header();
        for (int i = firstFrame; i < lines.size(); i++) {
            String stripped = lines.get(i).strip();
            Optional<StackFrame> frame = FrameLine.node(stripped);
            if (stripped.startsWith(CAUSE)) {
                cause(stripped.substring(CAUSE.length()));
            } else if (frame.isPresent() && frames.size() < TraceParser.MOST_FRAMES) {
                inMessage = false;
                frames.add(frame.get());
            } else if (inMessage) {
                message.append('\n').append(stripped);
            }
        }
        chain.add(type, message.toString(), frames);
        return new StackTrace(Language.NODE, chain.exceptions());
    }

    private void cause(String text) {
        chain.add(type, message.toString(), frames);
        frames = new ArrayList<>();
        Optional<ExceptionHeader> header = ExceptionHeader.aboveFrames(text);
        type = header.map(ExceptionHeader::type).orElse("Error");
        message = new StringBuilder(header.map(ExceptionHeader::message).orElse(text));
        inMessage = true;
    }

    /** The header is the first line above the frames that names an error, else the line right above them. */
    private void header() {
        int last = Math.max(0, firstFrame - MOST_MESSAGE_LINES);
        for (int i = last; i < firstFrame; i++) {
            Optional<ExceptionHeader> header = header(lines.get(i).strip());
            if (header.isPresent()) {
                take(header.get().type(), header.get().message(), i);
                return;
            }
        }
        String above = firstFrame == 0 ? "" : lines.get(firstFrame - 1).strip();
        Optional<ExceptionHeader> named = anyName(above);
        take(
                named.map(ExceptionHeader::type).orElse("Error"),
                named.map(ExceptionHeader::message).orElse(above),
                firstFrame);
    }

    /** The first capitalised word with a colon: classes of one's own need not end in "Error". */
    private static Optional<ExceptionHeader> anyName(String line) {
        int colon = line.indexOf(": ");
        for (int tries = 0; colon > 0 && tries < 16; tries++) {
            int blank = line.lastIndexOf(' ', colon);
            Optional<ExceptionHeader> header = ExceptionHeader.aboveFrames(line.substring(blank + 1));
            if (header.isPresent()) {
                return header;
            }
            colon = line.indexOf(": ", colon + 1);
        }
        return Optional.empty();
    }

    private static Optional<ExceptionHeader> header(String line) {
        Optional<ExceptionHeader> own = ExceptionHeader.of(line);
        return own.isPresent() ? own : ExceptionHeader.inside(line);
    }

    private void take(String name, String text, int at) {
        type = name;
        message.append(text);
        for (int i = at + 1; i < firstFrame; i++) {
            message.append('\n').append(lines.get(i));
        }
    }
}
