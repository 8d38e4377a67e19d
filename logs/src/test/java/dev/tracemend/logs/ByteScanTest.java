package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteScanTest {
    @Test
    void findsWhatALoopFinds() {
        Random random = new Random(3);
        byte[] edges = {0, 9, '\n', 0x1f, ' ', '!', '"', '#', '[', '\\', ']', 'a', 0x7f, (byte) 0x80, (byte) 0x8a, -1};
        for (int run = 0; run < 50_000; run++) {
            byte[] bytes = new byte[random.nextInt(40)];
            int kinds = 1 + random.nextInt(edges.length);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(4) == 0 ? edges[random.nextInt(kinds)] : (byte) 'x';
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(ByteScan.indexOf(bytes, from, to, '\n')).isEqualTo(lineFeed(bytes, from, to));
            assertThat(ByteScan.escapeAt(bytes, from, to)).isEqualTo(escape(bytes, from, to));
            assertThat(ByteScan.isAscii(bytes, from, to)).isEqualTo(ascii(bytes, from, to));
        }
    }

    private static int lineFeed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int escape(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 || b == '"' || b == '\\') {
                return i;
            }
        }
        return to;
    }

    private static boolean ascii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
