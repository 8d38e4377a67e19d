package dev.tracemend.agent.edit.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A text and how it is written: charset and byte order mark. What is decoded and encoded again unchanged gives the same
 * bytes; where no charset does that, the file is not a text.
 *
 * @param text without the mark
 * @param mark the bytes before the text, empty for most files
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TextFile(String text, Charset charset, byte[] mark) {
    private static final byte[] NONE = {};
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Mark[] MARKS = {
        new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        new Mark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
        new Mark(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
        new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF)
    };

    /** A new file's text: UTF-8 without a mark. */
    public static TextFile utf8(String text) {
        return new TextFile(text, StandardCharsets.UTF_8, NONE);
    }

    /** The text of a file's bytes; empty where they are not a text. */
    public static Optional<TextFile> decode(byte[] bytes) {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                return strict(bytes, mark.bytes(), mark.charset());
            }
        }
        int[] seen = new int[4];
        if (isPlain(bytes, seen)) {
            return Optional.of(utf8(new String(bytes, StandardCharsets.US_ASCII)));
        }
        if (seen[ZEROS_EVEN] + seen[ZEROS_ODD] > 0) {
            return wide(bytes, seen);
        }
        Optional<TextFile> utf8 = strict(bytes, NONE, StandardCharsets.UTF_8);
        if (utf8.isPresent() || seen[CONTROLS] > 0) {
            return seen[CONTROLS] > bytes.length / 100 ? Optional.empty() : utf8;
        }
        Optional<TextFile> windows = seen[HIGH_CONTROLS] > 0 ? strict(bytes, NONE, WINDOWS) : Optional.empty();
        return windows.isPresent() ? windows : strict(bytes, NONE, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of another text written like this one; empty where the charset lacks one of its characters. */
    public Optional<byte[]> encode(String other) {
        try {
            byte[] body = charset.equals(StandardCharsets.UTF_8) ? other.getBytes(charset) : NONE;
            if (body.length != other.length()) {
                ByteBuffer buffer = charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .encode(CharBuffer.wrap(other));
                body = Arrays.copyOf(buffer.array(), buffer.limit());
            }
            if (mark.length == 0) {
                return Optional.of(body);
            }
            byte[] all = Arrays.copyOf(mark, mark.length + body.length);
            System.arraycopy(body, 0, all, mark.length, body.length);
            return Optional.of(all);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static final int ZEROS_EVEN = 0;
    private static final int ZEROS_ODD = 1;
    private static final int CONTROLS = 2;
    private static final int HIGH_CONTROLS = 3;

    /** Whether all bytes are printable ASCII or white space; counts what is not. */
    private static boolean isPlain(byte[] bytes, int[] seen) {
        boolean plain = true;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i];
            if (b >= ' ') {
                continue;
            }
            if (b < 0) {
                plain = false;
                seen[HIGH_CONTROLS] += b < (byte) 0xA0 ? 1 : 0;
            } else if (b == 0) {
                plain = false;
                seen[i & 1]++;
            } else if ("\t\n\r\f\b\u001b\u000b".indexOf(b) < 0) {
                seen[CONTROLS]++;
            }
        }
        return plain && seen[CONTROLS] <= bytes.length / 100;
    }

    /** UTF-16 without a mark: zeros at every other byte, nearly, and none between. */
    private static Optional<TextFile> wide(byte[] bytes, int[] seen) {
        int half = bytes.length / 2;
        if (bytes.length % 2 == 0 && seen[ZEROS_ODD] > half * 0.6 && seen[ZEROS_EVEN] < half * 0.02) {
            return strict(bytes, NONE, StandardCharsets.UTF_16LE);
        }
        if (bytes.length % 2 == 0 && seen[ZEROS_EVEN] > half * 0.6 && seen[ZEROS_ODD] < half * 0.02) {
            return strict(bytes, NONE, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<TextFile> strict(byte[] bytes, byte[] mark, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(new TextFile(text, charset, mark));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private record Mark(Charset charset, int... signs) {
        boolean begins(byte[] file) {
            if (file.length < signs.length) {
                return false;
            }
            for (int i = 0; i < signs.length; i++) {
                if ((file[i] & 0xFF) != signs[i]) {
                    return false;
                }
            }
            return true;
        }

        byte[] bytes() {
            byte[] bytes = new byte[signs.length];
            for (int i = 0; i < signs.length; i++) {
                bytes[i] = (byte) signs[i];
            }
            return bytes;
        }
    }
}
