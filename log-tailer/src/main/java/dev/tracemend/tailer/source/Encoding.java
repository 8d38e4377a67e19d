package dev.tracemend.tailer.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Which text a file's bytes are: what its byte order mark says, else what was asked for. */
final class Encoding {
    private Encoding() {}

    /** By the first bytes of a content, of which there may be none yet. */
    static Charset of(byte[] first, int count, Charset otherwise) {
        if (count >= 2 && first[0] == (byte) 0xff && first[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (count >= 2 && first[0] == (byte) 0xfe && first[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (isUtf8Mark(first, 0, count)) {
            return StandardCharsets.UTF_8;
        }
        return otherwise;
    }

    static boolean isUtf8Mark(byte[] text, int from, int to) {
        return to - from >= 3
                && text[from] == (byte) 0xef
                && text[from + 1] == (byte) 0xbb
                && text[from + 2] == (byte) 0xbf;
    }

    static LineCutter cutter(Charset charset, long offset, LineLimit limit) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                ? new LineSplitter(offset, limit)
                : new CharsetLines(charset, offset, limit);
    }
}
