package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Ruby trace: {@code cart.rb:3:in `total': message (TypeError)} and the frames below. */
final class RubyTraceReader {
    private static final int MOST_MESSAGE_LINES = 10;

    private final List<String> lines;

    RubyTraceReader(List<String> lines) {
        this.lines = lines;
    }

    StackTrace read(int firstFrame) {
        CauseChain chain = new CauseChain();
        List<StackFrame> frames = new ArrayList<>();
        Named named = named(firstFrame);
        for (int i = firstFrame; i < lines.size() && frames.size() < TraceParser.MOST_FRAMES; i++) {
            String line = lines.get(i).strip();
            Optional<StackFrame> frame = OtherFrames.ruby(line);
            Optional<Named> cause = i > firstFrame ? nameIn(line) : Optional.empty();
            if (cause.isPresent() && frame.isPresent()) {
                chain.add(named.type, named.message, frames);
                named = cause.get();
                frames = new ArrayList<>();
            }
            frame.ifPresent(frames::add);
        }
        chain.add(named.type, named.message, frames);
        return new StackTrace(Language.RUBY, chain.exceptions());
    }

    private Named named(int firstFrame) {
        for (int i = firstFrame; i >= 0 && i > firstFrame - MOST_MESSAGE_LINES; i--) {
            String line = lines.get(i).strip();
            Optional<Named> named = nameIn(line.endsWith(":") ? line.substring(0, line.length() - 1) : line);
            if (named.isPresent()) {
                return named.get();
            }
            Optional<ExceptionHeader> header =
                    i < firstFrame ? ExceptionHeader.of(line).or(() -> ExceptionHeader.inside(line)) : Optional.empty();
            if (header.isPresent()) {
                return new Named(header.get().type(), header.get().message());
            }
        }
        String above = firstFrame > 0 ? lines.get(firstFrame - 1).strip() : "";
        return new Named("StandardError", above);
    }

    /** {@code … message (TypeError)}, or Rails' {@code TypeError (message)}. */
    private static Optional<Named> nameIn(String line) {
        int open = line.endsWith(")") ? line.lastIndexOf(" (") : -1;
        if (open < 0) {
            return Optional.empty();
        }
        String type = line.substring(open + 2, line.length() - 1);
        if (ExceptionHeader.isTypeName(type)) {
            int in = line.indexOf("': ");
            String message = in > 0 && in < open ? line.substring(in + 3, open) : line.substring(0, open);
            return Optional.of(new Named(type, message));
        }
        int first = line.indexOf(" (");
        int start = line.lastIndexOf(' ', first - 1) + 1;
        String before = line.substring(start, first);
        boolean rails = ExceptionHeader.isTypeName(before)
                && (ExceptionHeader.hasExceptionSuffix(before) || before.contains("::"));
        return rails ? Optional.of(new Named(before, line.substring(first + 2, line.length() - 1))) : Optional.empty();
    }

    private record Named(String type, String message) {}
}
