package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharsetLinesTest {
    private final List<String> seen = new ArrayList<>();
    private final LineSplitter.Sink sink = (text, from, to, start, end) ->
            seen.add(start + "-" + end + " " + new String(text, from, to - from, StandardCharsets.UTF_8));

    @Test
    void latin1IsTurnedIntoUtf8AndOffsetsAreTheFiles() {
        CharsetLines lines = new CharsetLines(StandardCharsets.ISO_8859_1, 10, LineLimit.usual());
        lines.feed(bytes("grün\r\nübel\nha", StandardCharsets.ISO_8859_1), sink);
        assertThat(lines.isOpen()).isTrue();
        lines.finish(sink);
        assertThat(seen).containsExactly("10-16 grün", "16-21 übel", "21-23 ha");
        assertThat(lines.isOpen()).isFalse();
    }

    @Test
    void aLineBeyondTheLimitIsCutAndTheNextIsWhole() {
        for (Charset charset :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            seen.clear();
            CharsetLines lines = new CharsetLines(charset, 0, LineLimit.usual());
            lines.feed(bytes("x".repeat(1_000_000) + "\nnext\n", charset), sink);
            assertThat(seen).hasSize(2);
            assertThat(seen.get(0)).contains("[cut: the line has").hasSizeLessThan(300_000);
            assertThat(seen.get(1)).endsWith(" next");
        }
    }

    @Test
    void inWhateverPiecesItComesTheLinesAreTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            Charset charset = random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append(random.nextInt(4) == 0 ? '\n' : (char) (0x20 + random.nextInt(0x3000)));
            }
            seen.clear();
            byte[] bytes = text.toString().getBytes(charset);
            CharsetLines lines = new CharsetLines(charset, 0, LineLimit.usual());
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(7));
                lines.feed(ByteBuffer.wrap(java.util.Arrays.copyOfRange(bytes, at, at + count)), sink);
                at += count;
            }
            lines.finish(sink);
            List<String> expected = new ArrayList<>(List.of(text.toString().split("\n", -1)));
            if (expected.get(expected.size() - 1).isEmpty()) {
                expected.remove(expected.size() - 1);
            }
            assertThat(seen.stream()
                            .map(line -> line.substring(line.indexOf(' ') + 1))
                            .toList())
                    .isEqualTo(expected);
        }
    }

    private static ByteBuffer bytes(String text, Charset charset) {
        return ByteBuffer.wrap(text.getBytes(charset));
    }
}
