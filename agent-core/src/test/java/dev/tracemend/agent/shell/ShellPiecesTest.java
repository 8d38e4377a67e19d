package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellPiecesTest {
    private static final String NONCE = "0123456789abcdef0123456789abcdef";

    @Test
    void theDefaultsAreThese() {
        assertThat(RunLimits.defaults()).isEqualTo(new RunLimits(Duration.ofSeconds(60), 100_000));
        long gib = 1L << 30;
        assertThat(ShellLimits.defaults())
                .isEqualTo(new ShellLimits(4 * gib, 512, Duration.ofHours(1), 2 * gib, gib, 8 * gib));
        ShellSettings settings = ShellSettings.of(SandboxKind.BUBBLEWRAP, Path.of("/w"));
        assertThat(settings.image()).isEqualTo("debian:bookworm-slim");
        assertThat(settings.network()).isFalse();
        assertThat(settings.readable()).isEmpty();
        assertThat(settings.environment()).isEmpty();
    }

    @Test
    void markersAndOutputAreToldApartHoweverTheBytesAreCut() {
        Random random = new Random(7);
        String[] parts = {"text", "\036", "\036" + NONCE, "\036" + NONCE + "x", "\n", "€", "\036" + NONCE.substring(3)};
        for (int round = 0; round < 2000; round++) {
            StringBuilder all = new StringBuilder();
            StringBuilder output = new StringBuilder();
            List<String> bodies = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                if (random.nextInt(3) == 0) {
                    String body = "E " + i + " 0 /a\036 b\n" + random.nextInt(9);
                    all.append('\036').append(NONCE).append(' ').append(body);
                    all.append('\036').append(NONCE).append('\n');
                    bodies.add(body);
                } else {
                    String part = parts[random.nextInt(parts.length)];
                    all.append(part);
                    output.append(part);
                }
            }
            Heard heard = new Heard();
            feed(all.toString().getBytes(StandardCharsets.UTF_8), random, new MarkerScanner(NONCE, heard));
            assertThat(heard.text.toString(StandardCharsets.UTF_8)).isEqualTo(output.toString());
            assertThat(heard.bodies).isEqualTo(bodies);
        }
    }

    private static void feed(byte[] bytes, Random random, MarkerScanner scanner) {
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(40));
            byte[] piece = new byte[count];
            System.arraycopy(bytes, at, piece, 0, count);
            scanner.feed(piece, count);
            at += count;
        }
        scanner.end();
    }

    private static final class Heard implements MarkerScanner.Sink {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private final List<String> bodies = new ArrayList<>();

        @Override
        public void output(byte[] bytes, int from, int length) {
            text.write(bytes, from, length);
        }

        @Override
        public void marker(String body) {
            bodies.add(body);
        }
    }

    @Test
    void headAndTailAreKeptWhateverThePieces() {
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            int limit = 256 + 2 * random.nextInt(20);
            BoundedOutput bounded = new BoundedOutput(limit);
            StringBuilder all = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                byte[] piece = Integer.toString(random.nextInt(1_000_000))
                        .repeat(1 + random.nextInt(60))
                        .getBytes(StandardCharsets.UTF_8);
                bounded.add(piece, 0, piece.length);
                all.append(new String(piece, StandardCharsets.UTF_8));
            }
            assertThat(bounded.total()).isEqualTo(all.length());
            if (all.length() <= limit) {
                assertThat(bounded.text()).isEqualTo(all.toString());
            } else {
                assertThat(bounded.text())
                        .isEqualTo(all.substring(0, limit / 2) + "\n[… " + (all.length() - limit)
                                + " bytes left out …]\n" + all.substring(all.length() - limit / 2));
            }
        }
    }

    @Test
    void whateverComesATerminalShowsText() {
        Random random = new Random(13);
        for (int round = 0; round < 500; round++) {
            TerminalText text = new TerminalText();
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                all.append((char)
                        (random.nextInt(4) == 0
                                ? new int[] {27, '[', ']', 8, 13, 10, 7, 'K', 'D'}[random.nextInt(9)]
                                : random.nextInt(300)));
            }
            text.add(all.toString());
            int length = text.pending().length();
            text.take(length);
            assertThat(text.pending()).isEmpty();
        }
    }
}
