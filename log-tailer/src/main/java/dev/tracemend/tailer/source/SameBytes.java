package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Whether one file begins as another does. Of large ones the two ends and samples between are compared. */
final class SameBytes {
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 16;

    private SameBytes() {}

    /** Whether the first {@code size} bytes are the same in both. */
    static boolean begins(FileChannel one, FileChannel other, long size) throws IOException {
        if (one.size() < size) {
            return false;
        }
        long step = Math.max(BLOCK, size / BLOCKS);
        for (long at = 0; at < size; at += step) {
            if (!isSame(one, other, at, (int) Math.min(BLOCK, size - at))) {
                return false;
            }
        }
        long last = Math.max(0, size - BLOCK);
        return isSame(one, other, last, (int) (size - last));
    }

    private static boolean isSame(FileChannel one, FileChannel other, long at, int length) throws IOException {
        return bytes(one, at, length).equals(bytes(other, at, length));
    }

    private static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            if (bytes.position() == length) {
                break;
            }
        }
        return bytes.flip();
    }
}
