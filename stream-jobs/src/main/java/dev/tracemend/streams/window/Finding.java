package dev.tracemend.streams.window;

import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.EventTitle;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.util.List;
import java.util.stream.Stream;

/** What an event that is an error is about: its cause, and the trace as it travels. */
record Finding(String fingerprint, String title, String language, List<ExceptionInfo> exceptions) {
    private static final int MOST_EXCEPTIONS = 16;
    private static final int ROOT_FRAMES = 100;
    private static final int OTHER_FRAMES = 30;
    private static final int MOST_TEXT = 2000;

    /** Copies the exceptions. */
    Finding {
        exceptions = List.copyOf(exceptions);
    }

    /** The finding of an error that was read. */
    static Finding of(EventReading reading) {
        return new Finding(
                reading.fingerprint(),
                clipped(EventTitle.of(reading.trace(), reading.facts())),
                reading.trace().language().word(),
                exceptions(reading.trace()));
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
