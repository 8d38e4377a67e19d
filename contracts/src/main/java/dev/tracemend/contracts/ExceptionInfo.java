package dev.tracemend.contracts;

import java.util.List;

/** One exception of a chain as it travels: its full type, its message (may be empty) and its frames, innermost first. */
public record ExceptionInfo(String type, String message, List<FrameInfo> frames) {

    /** Replaces what is absent by the neutral value. */
    public ExceptionInfo {
        type = Absent.text(type);
        message = Absent.text(message);
        frames = Absent.list(frames);
    }
}
