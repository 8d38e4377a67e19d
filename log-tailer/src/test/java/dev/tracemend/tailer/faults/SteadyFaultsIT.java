package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows 1, 12, 13 and 14: nothing breaks but the text. */
@ExtendWith(SharedBroker.class)
class SteadyFaultsIT {
    @FaultSeeds.Each
    void linesInRandomPieces(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("1 steady", seed, broker)) {
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log");
            writer.paced(50_000, 20_000);
            Verdict v = c.verdict("20k lines/s, pieces of random length");
            assertThat(v).isEqualTo(new Verdict(50_000, 0, 0, 0, 0, 0, 0));
        }
    }

    @FaultSeeds.Each
    void longLinesAreCutAndFlaggedAndTheRestGoesOn(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("12 longline", seed, broker)) {
            List<LogLine> long_ = new ArrayList<>();
            c.special(line -> line.line().startsWith("LONG") && long_.add(line));
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log");
            writer.lines(2_000);
            c.awaitArrived(2_000);
            long before = tailer.residentKib();
            int tenMegabytes = 10_000_000 + (int) seed;
            for (int length : new int[] {tenMegabytes, 900_000, tenMegabytes}) {
                append(c, "LONG " + "x".repeat(length - 5) + "\n");
                writer.lines(1_000);
            }
            c.awaitArrived(5_000);
            long grown = tailer.residentKib() - before;
            Verdict v = c.verdict("10 MB, 900 kB, 10 MB; RSS +" + grown + " KiB");
            assertThat(v).isEqualTo(new Verdict(5_000, 0, 0, 0, 0, 0, 0));
            assertThat(long_).hasSize(3);
            assertThat(long_.get(0).line()).contains(Integer.toString(tenMegabytes));
            assertThat(long_.get(1).line()).contains("900000");
            assertThat(c.specials().get(0)).contains("\"truncated\":true,\"fullLength\":" + tenMegabytes);
            assertThat(c.specials().get(1)).contains("\"truncated\":true,\"fullLength\":900000");
            // Three times the 1 MB that a broker takes, and what the JVM's own heap grows by.
            assertThat(grown).isLessThan(48 * 1024);
        }
    }

    @FaultSeeds.Each
    void whatIsNotUtf8ComesAsValidRecords(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("13 badutf8", seed, broker)) {
            List<String> odd = new ArrayList<>();
            c.special(line -> !line.line().contains("app.Orders - n=")
                    && odd.add(line.line().replaceAll("\uFFFD+", "\uFFFD")));
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log");
            writer.lines(10);
            byte[][] bad = {
                bytes(0x41, 0xff, 0x42),
                bytes(0x41, 0xed, 0xa0, 0x80, 0x42),
                bytes(0x41, 0xf0, 0x9f, 0x98),
                bytes(0x41, 0x00, 0x42),
                bytes(0x41, 0x0d),
            };
            for (byte[] line : bad) {
                append(c, line);
                append(c, bytes('\n'));
                writer.lines(1);
            }
            append(c, bytes('\n'));
            writer.lines(5);
            Verdict v = c.verdict(odd.size() + " odd records");
            assertThat(v).isEqualTo(new Verdict(20, 0, 0, 0, 0, 0, 0));
            assertThat(odd).containsExactly("A\uFFFDB", "A\uFFFDB", "A\uFFFD", "A\u0000B", "A", "");
            assertThat(c.specials().subList(0, 3)).allMatch(json -> json.contains("\"invalidBytes\":"));
            assertThat(c.specials().subList(3, 6)).noneMatch(json -> json.contains("\"invalidBytes\":"));
        }
    }

    @FaultSeeds.Each
    void halfALineWaitsForItsEnd(long seed, BrokerProcess broker) throws Exception {
        try (FaultCase c = FaultCase.of("14 halfline", seed, broker)) {
            List<String> halves = new ArrayList<>();
            c.special(line -> line.line().contains("half") && halves.add(line.line()));
            LogWriter writer = c.writer("app.log");
            c.tailer("app.log");
            writer.lines(10);
            c.awaitArrived(10);
            byte[] line = "2026-11-21 10:00:00.000 INFO half größer 😀 line\n".getBytes(StandardCharsets.UTF_8);
            int cut = 24 + (int) (seed * 7 % (line.length - 25));
            append(c, java.util.Arrays.copyOf(line, cut));
            FaultCase.pass(Duration.ofSeconds(3));
            assertThat(c.arrived()).isEqualTo(10);
            assertThat(halves).isEmpty();
            append(c, java.util.Arrays.copyOfRange(line, cut, line.length));
            writer.lines(10);
            Verdict v = c.verdict("cut at byte " + cut);
            assertThat(v).isEqualTo(new Verdict(20, 0, 0, 0, 0, 0, 0));
            assertThat(halves).containsExactly("2026-11-21 10:00:00.000 INFO half größer 😀 line");
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void append(FaultCase c, String text) throws java.io.IOException {
        append(c, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void append(FaultCase c, byte[] bytes) throws java.io.IOException {
        Files.write(c.file("app.log"), bytes, StandardOpenOption.APPEND);
    }
}
