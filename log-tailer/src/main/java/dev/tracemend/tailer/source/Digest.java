package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** A checksum of some bytes of a file, to tell whether it is still the content we knew. */
record Digest(int length, long sum) {
    static final Digest NONE = new Digest(0, 0);
    static final int HEAD = 256;
    private static final int TAIL = 64;

    Digest {
        if (length < 0 || length > HEAD) {
            throw new IllegalArgumentException("a digest of " + length + " bytes");
        }
    }

    /** Of the first 256 bytes, or of fewer where the file is shorter. */
    static Digest head(FileChannel file, long size) throws IOException {
        return of(file, 0, (int) Math.min(HEAD, size));
    }

    /** Of the 64 bytes before an offset. */
    static Digest before(FileChannel file, long offset) throws IOException {
        int length = (int) Math.min(TAIL, offset);
        return of(file, offset - length, length);
    }

    /** Whether the same bytes are still there. */
    boolean isStillAt(FileChannel file, long start) throws IOException {
        return length == 0 || of(file, start, length).equals(this);
    }

    private static Digest of(FileChannel file, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                break;
            }
        }
        bytes.flip();
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return new Digest(bytes.limit(), crc.getValue());
    }
}
