package dev.tracemend.agent.shell;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text piece by piece; a character cut in two waits for its other half. */
final class TextPieces {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    String next(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + length);
        in.put(rest).put(bytes, from, length).flip();
        CharBuffer out = CharBuffer.allocate(rest.length + length + 1);
        decoder.decode(in, out, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString();
    }
}
