package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private record Cut(String text, long start, long end) {}

    @Test
    void howeverTheBytesAreCutTheLinesAndOffsetsAreTheSame() {
        Random random = new Random(20261121);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = randomLog(random);
            long base = random.nextInt(5_000);
            assertThat(split(bytes, base, random)).isEqualTo(expected(bytes, base));
        }
    }

    @Test
    void aLineWithoutItsEndIsHeldBackAndSoIsHalfACharacter() {
        byte[] bytes = "größe\n".getBytes(StandardCharsets.UTF_8);
        LineSplitter splitter = new LineSplitter(0);
        List<Cut> cuts = new ArrayList<>();
        for (byte b : bytes) {
            assertThat(cuts).isEmpty();
            splitter.feed(ByteBuffer.wrap(new byte[] {b}), into(cuts));
        }
        assertThat(cuts).containsExactly(new Cut("größe", 0, bytes.length));
    }

    @Test
    void whatIsNoUtf8BecomesTheReplacementCharacter() {
        assertThat(split(new byte[] {'a', (byte) 0xff, 'b', 0, '\n'}, 0, new Random(1)))
                .extracting(Cut::text)
                .containsExactly("a\ufffdb\0");
    }

    @Test
    void aLineAtTheLimitIsWholeAndOneByteMoreIsCutWithANote() {
        String full = "x".repeat(LineSplitter.MOST_BYTES);
        List<Cut> cuts = split(bytes(full + "\n" + full + "\r\n" + full + "y\nnext\n"), 0, new Random(2));
        assertThat(cuts.get(0).text()).isEqualTo(full);
        assertThat(cuts.get(1).text()).isEqualTo(full);
        assertThat(cuts.get(2).text()).isEqualTo(full + " … [cut: the line has 262145 bytes]");
        assertThat(cuts.get(3)).isEqualTo(new Cut("next", 3 * 262_144L + 5, 3 * 262_144L + 10));
    }

    @Test
    void aCutNeverSplitsACharacter() {
        List<Cut> cuts = split(bytes("x" + "ü".repeat(LineSplitter.MOST_BYTES) + "\n"), 0, new Random(3));
        assertThat(cuts.get(0).text()).doesNotContain("\ufffd").contains("[cut: the line has 524289 bytes]");
    }

    @Test
    void anEndlessLineIsSkippedNotKept() {
        LineSplitter splitter = new LineSplitter(0);
        List<Cut> cuts = new ArrayList<>();
        ByteBuffer zeros = ByteBuffer.wrap(new byte[1 << 20]);
        for (int i = 0; i < 50; i++) {
            splitter.feed(zeros.rewind(), into(cuts));
        }
        assertThat(splitter.next()).isEqualTo(50L << 20);
        splitter.feed(ByteBuffer.wrap(bytes("\nnext\n")), into(cuts));
        assertThat(cuts).hasSize(2);
        assertThat(cuts.get(0).text()).hasSizeLessThan(LineSplitter.MOST_BYTES + 100);
        assertThat(cuts.get(1)).isEqualTo(new Cut("next", (50L << 20) + 1, (50L << 20) + 6));
    }

    private static LineSplitter.Sink into(List<Cut> cuts) {
        return (text, from, to, start, end) ->
                cuts.add(new Cut(new String(text, from, to - from, StandardCharsets.UTF_8), start, end));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] randomLog(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int lines = random.nextInt(30);
        for (int i = 0; i < lines; i++) {
            byte[] junk = new byte[random.nextInt(random.nextInt(10) == 0 ? 3_000 : 60)];
            random.nextBytes(junk);
            out.writeBytes(random.nextBoolean() ? junk : bytes("größe 😀 " + i));
            out.writeBytes(bytes(random.nextInt(3) == 0 ? "\r\n" : "\n"));
        }
        out.writeBytes(bytes(random.nextBoolean() ? "half" : ""));
        return out.toByteArray();
    }

    private static List<Cut> split(byte[] bytes, long base, Random random) {
        LineSplitter splitter = new LineSplitter(base);
        List<Cut> cuts = new ArrayList<>();
        int at = 0;
        int most = 1 + random.nextInt(Math.max(2, bytes.length));
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
            // A slice with an offset of its own, in a buffer that is written over afterwards.
            byte[] piece = new byte[length + 7];
            System.arraycopy(bytes, at, piece, 5, length);
            splitter.feed(ByteBuffer.wrap(piece, 5, length), into(cuts));
            Arrays.fill(piece, (byte) '?');
            at += length;
            assertThat(splitter.next()).isEqualTo(base + at);
        }
        return cuts;
    }

    private static List<Cut> expected(byte[] bytes, long base) {
        List<Cut> cuts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
                cuts.add(new Cut(text, base + start, base + i + 1));
                start = i + 1;
            }
        }
        return cuts;
    }
}
