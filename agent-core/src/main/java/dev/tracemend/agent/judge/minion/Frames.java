package dev.tracemend.agent.judge.minion;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Messages on a byte stream: a magic number, the length, a checksum, the payload. */
public final class Frames {
    private static final int MAGIC = 0x7A4D_E11D;
    private static final int LARGEST = 256 << 20;

    private Frames() {}

    /** Writes one message. */
    public static void write(OutputStream stream, byte[] payload) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeInt(payload.length);
        out.writeLong(checksum(payload));
        out.write(payload);
        out.flush();
    }

    /**
     * Reads one message.
     *
     * @throws EOFException at the end of the stream
     * @throws IOException when something else than a message was written there
     */
    public static byte[] read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a message");
        }
        int length = in.readInt();
        long checksum = in.readLong();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException();
        }
        if (checksum(payload) != checksum) {
            throw new IOException("a damaged message");
        }
        return payload;
    }

    private static long checksum(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return crc.getValue();
    }
}
