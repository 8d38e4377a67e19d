package dev.tracemend.agent.workspace.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes of opened files, bounded, whatever size the file claims to have. */
final class FileBytes {
    private static final int FIRST = 8192;

    private FileBytes() {}

    static byte[] read(SeekableByteChannel channel, int most) throws IOException {
        int guess = (int) Math.min(most, Math.max(FIRST, channel.size() + 1));
        ByteBuffer buffer = ByteBuffer.allocate(guess);
        while (channel.read(buffer) >= 0) {
            if (!buffer.hasRemaining()) {
                if (buffer.capacity() >= most) {
                    break;
                }
                int larger = (int) Math.min(most, buffer.capacity() * 2L);
                buffer = ByteBuffer.allocate(larger).put(buffer.flip());
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    static void force(SeekableByteChannel channel) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }
}
