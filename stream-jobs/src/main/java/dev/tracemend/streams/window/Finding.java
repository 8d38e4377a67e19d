package dev.tracemend.streams.window;

import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.logs.ErrorDetector;
import dev.tracemend.logs.EventTitle;
import dev.tracemend.logs.Fingerprint;
import dev.tracemend.logs.LineFacts;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import dev.tracemend.logs.TraceParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event that is an error is about: its cause, and the trace as it travels. */
record Finding(String fingerprint, String title, String language, List<ExceptionInfo> exceptions) {
    private static final int MOST_EXCEPTIONS = 16;
    private static final int ROOT_FRAMES = 100;
    private static final int OTHER_FRAMES = 30;
    private static final int MOST_TEXT = 2000;

    /** The finding in an event's text; nothing where it is no error. */
    static Optional<Finding> in(String text) {
        LineFacts facts = LineParser.parse(text);
        StackTrace trace = TraceParser.parse(text);
        if (!ErrorDetector.isError(facts, trace, text)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Fingerprint.of(trace, facts),
                clipped(EventTitle.of(trace, facts)),
                trace.language().word(),
                exceptions(trace)));
    }

    /** Of an endless chain the outermost are kept, and always the root cause. */
    private static List<ExceptionInfo> exceptions(StackTrace trace) {
        List<ThrownException> chain = trace.chain();
        Stream<ThrownException> kept = chain.size() <= MOST_EXCEPTIONS
                ? chain.stream()
                : Stream.concat(chain.stream().limit(MOST_EXCEPTIONS - 1L), Stream.of(trace.root()));
        return kept.map(thrown -> new ExceptionInfo(
                        clipped(thrown.type()),
                        clipped(thrown.message()),
                        frames(thrown.frames(), trace.root().equals(thrown) ? ROOT_FRAMES : OTHER_FRAMES)))
                .toList();
    }

    private static List<FrameInfo> frames(List<StackFrame> frames, int most) {
        return frames.stream()
                .limit(most)
                .map(f -> new FrameInfo(f.className(), f.method(), f.file(), f.line(), f.inApp()))
                .toList();
    }

    private static String clipped(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }
}
