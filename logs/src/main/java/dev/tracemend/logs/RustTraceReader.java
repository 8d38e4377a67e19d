package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;

/** Reads a Rust panic: place and message, of both forms that its versions write, and the backtrace where there is one. */
final class RustTraceReader {
    private static final String MARK = " panicked at ";

    private final List<String> lines;

    RustTraceReader(List<String> lines) {
        this.lines = lines;
    }

    /** Whether the line begins a panic. */
    static boolean isStart(String line) {
        int at = line.indexOf(MARK);
        return at > 0 && line.lastIndexOf("thread '", at) >= 0;
    }

    StackTrace read(int from) {
        String rest = lines.get(from)
                .substring(lines.get(from).indexOf(MARK) + MARK.length())
                .strip();
        boolean old = rest.startsWith("'") && rest.lastIndexOf("', ") > 0;
        String place = old ? rest.substring(rest.lastIndexOf("', ") + 3) : rest;
        String message =
                old ? rest.substring(1, rest.lastIndexOf("', ")) : from + 1 < lines.size() ? lines.get(from + 1) : "";
        List<StackFrame> frames = frames(from + 1);
        if (frames.stream().noneMatch(StackFrame::inApp)) {
            frames = List.of(placed("", place.endsWith(":") ? place.substring(0, place.length() - 1) : place));
        }
        CauseChain chain = new CauseChain();
        chain.add("panic", message, frames);
        return new StackTrace(Language.RUST, chain.exceptions());
    }

    private List<StackFrame> frames(int from) {
        List<StackFrame> frames = new ArrayList<>();
        for (int i = from; i < lines.size() && frames.size() < TraceParser.MOST_FRAMES; i++) {
            String line = lines.get(i).strip();
            if (OtherFrames.rustCall(line)) {
                String below = i + 1 < lines.size() ? lines.get(i + 1).strip() : "";
                String file = below.startsWith("at ") ? below.substring(3) : "";
                frames.add(placed(line.substring(line.indexOf(": ") + 2), file));
            }
        }
        return frames;
    }

    /** The hash behind a function's path is another in each build. */
    private static StackFrame placed(String path, String place) {
        int hash = path.lastIndexOf("::h");
        String name = hash > 0 && path.length() - hash == 19 ? path.substring(0, hash) : path;
        int column = place.lastIndexOf(':');
        int line = column < 0 ? -1 : place.lastIndexOf(':', column - 1);
        boolean numbered = line > 0;
        String file = numbered ? place.substring(0, line) : place;
        int mark = name.lastIndexOf("::");
        return new StackFrame(
                mark < 0 ? "" : name.substring(0, mark),
                mark < 0 ? name : name.substring(mark + 2),
                file.startsWith("./") ? file.substring(2) : file,
                numbered ? OtherFrames.number(place, line + 1, column) : 0,
                OwnCode.rustPath(name, file));
    }
}
