package dev.tracemend.tailer.source;

import java.nio.ByteBuffer;

/** Cuts bytes into lines of UTF-8, whatever pieces they come in, and knows where each began. */
interface LineCutter {
    /** Feeds bytes that follow the previous ones, from a buffer with an array. */
    void feed(ByteBuffer bytes, LineSplitter.Sink sink);

    /** Ends the open line as it is: nothing more of it will come. */
    void finish(LineSplitter.Sink sink);

    /** Whether a line has begun and not ended. */
    boolean isOpen();

    /** Offset of the next byte to feed. */
    long next();
}
