package dev.tracemend.tailer.source;

import java.nio.ByteBuffer;

/** What all files of one thread are read into, one after the other: five thousand files need no five thousand buffers. */
public final class ReadBuffer {
    private static final int CHUNK = 128 * 1024;

    private final ByteBuffer bytes;

    /** With room for 128 KiB of a file. */
    public ReadBuffer() {
        this(CHUNK);
    }

    ReadBuffer(int chunk) {
        bytes = ByteBuffer.allocate(Digest.TAIL + chunk);
    }

    ByteBuffer cleared() {
        return bytes.clear();
    }
}
