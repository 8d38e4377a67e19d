package dev.tracemend.tailer.event;

/**
 * What there is to say of a line beside its text: that it was cut and how long it was, that bytes of it were no text, that
 * its end never came. Whoever reads the line notes it before it is given on; nearly always there is nothing. Not thread-safe.
 */
public final class LineFlags {
    private long fullLength;
    private int invalidBytes;
    private boolean unterminated;

    /** It was cut; so many bytes it had. */
    public void cut(long length) {
        fullLength = length;
    }

    /** So many of its bytes were replaced, for they belong to no character. */
    public void mended(int bytes) {
        invalidBytes += bytes;
    }

    /** Its source ended without a line end. */
    public void unterminated() {
        unterminated = true;
    }

    /** Whether there is anything. */
    public boolean isAny() {
        return fullLength > 0 || invalidBytes > 0 || unterminated;
    }

    /** Moves it to the event that the line is part of. */
    void moveTo(LineFlags event) {
        event.fullLength = Math.max(event.fullLength, fullLength);
        event.invalidBytes += invalidBytes;
        event.unterminated |= unterminated;
        clear();
    }

    void clear() {
        fullLength = 0;
        invalidBytes = 0;
        unterminated = false;
    }

    /** As members of a JSON object behind others. */
    void writeTo(JsonBytes json) {
        if (fullLength > 0) {
            json.raw(",\"truncated\":true,\"fullLength\":").number(fullLength);
        }
        if (invalidBytes > 0) {
            json.raw(",\"invalidBytes\":").number(invalidBytes);
        }
        if (unterminated) {
            json.raw(",\"unterminated\":true");
        }
    }
}
