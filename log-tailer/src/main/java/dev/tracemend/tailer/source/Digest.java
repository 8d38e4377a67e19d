package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** A checksum of some bytes of a file, to tell whether it is still the content we knew. */
record Digest(int length, long sum) {
    static final Digest NONE = new Digest(0, 0);
    static final int HEAD = 256;
    static final int TAIL = 64;

    Digest {
        if (length < 0 || length > HEAD) {
            throw new IllegalArgumentException("a digest of " + length + " bytes");
        }
    }

    /** Of the first 256 bytes, or of fewer where the file is shorter. */
    static Digest head(FileChannel file, long size) throws IOException {
        return at(file, 0, (int) Math.min(HEAD, size));
    }

    /** Of the 64 bytes before an offset. */
    static Digest before(FileChannel file, long offset) throws IOException {
        int length = (int) Math.min(TAIL, offset);
        return at(file, offset - length, length);
    }

    /** Of bytes in memory. */
    static Digest of(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return new Digest(length, crc.getValue());
    }

    /** Whether the same bytes are still there. */
    boolean isStillAt(FileChannel file, long start) throws IOException {
        return length == 0 || (start >= 0 && at(file, start, length).equals(this));
    }

    /** Whether it is of these bytes. */
    boolean isOf(byte[] bytes, int from, int available) {
        return length == 0 || (length <= available && of(bytes, from, length).equals(this));
    }

    private static Digest at(FileChannel file, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                break;
            }
        }
        return of(bytes.array(), 0, bytes.position());
    }
}
