package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
    private static final byte[] LIKELY = {
        'a',
        (byte) 0x80,
        (byte) 0xbf,
        (byte) 0xc1,
        (byte) 0xc2,
        (byte) 0xe0,
        (byte) 0xa0,
        (byte) 0x9f,
        (byte) 0xed,
        (byte) 0xef,
        (byte) 0xf0,
        (byte) 0x90,
        (byte) 0x8f,
        (byte) 0xf4,
        (byte) 0xf5,
        (byte) 0xff
    };

    @Test
    void agreesWithTheDecoder() {
        Random random = new Random(9);
        for (int run = 0; run < 200_000; run++) {
            byte[] bytes = new byte[random.nextInt(8)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = LIKELY[random.nextInt(LIKELY.length)];
            }
            assertThat(Utf8Text.isValid(bytes, 0, bytes.length)).isEqualTo(isText(bytes));
        }
        byte[] text = "größe 😀 \ufffd\u212a".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8Text.isValid(text, 0, text.length)).isTrue();
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
