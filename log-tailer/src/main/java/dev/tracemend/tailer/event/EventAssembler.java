package dev.tracemend.tailer.event;

import dev.tracemend.logs.LineJoiner;

/** Joins the lines of one source into events and keeps track of where each began and ended. Not thread-safe. */
public final class EventAssembler {
    private final LineJoiner joiner = new LineJoiner();
    private final Sink sink;
    private final LineFlags ofLine;
    private final LineFlags ofEvent = new LineFlags();
    private long start;
    private long end;
    private long touched;

    /** Takes each event: its text, valid until the call returns, the offsets of its first byte and after its last line's end. */
    public interface Sink {
        void event(LineJoiner event, LineFlags flags, long start, long end);
    }

    /** For one source; {@code flags} are noted before the line that they are of is added. */
    public EventAssembler(Sink sink, LineFlags flags) {
        this.sink = sink;
        this.ofLine = flags;
    }

    /** Adds a line; the event before it is given away when this line starts another. {@code now}: of any steady clock. */
    public void add(byte[] line, int from, int to, long lineStart, long lineEnd, long now) {
        if (joiner.isOpen() && !joiner.continues(line, from, to)) {
            flush();
        }
        if (!joiner.isOpen()) {
            start = lineStart;
        }
        joiner.append(line, from, to);
        if (ofLine.isAny()) {
            ofLine.moveTo(ofEvent);
        }
        end = lineEnd;
        touched = now;
    }

    /**
     * Whether an event is open and no line came for so long, in the clock's units: {@code least} for a line that traces seldom
     * follow, {@code most} for any other.
     */
    public boolean isIdle(long now, long least, long most) {
        long idle = now - touched;
        return joiner.isOpen() && idle >= least && (idle >= most || !joiner.mayGrow());
    }

    /** Offset after the last line of the open event. */
    public long end() {
        return end;
    }

    /** Whether an event is under way. */
    public boolean isOpen() {
        return joiner.isOpen();
    }

    /** Gives the open event away, if there is one. */
    public void flush() {
        if (joiner.isOpen()) {
            sink.event(joiner, ofEvent, start, end);
            joiner.clear();
            ofEvent.clear();
        }
    }

    /** Its source is quiet: nothing is kept for the next event. */
    public void rest() {
        joiner.rest();
    }
}
