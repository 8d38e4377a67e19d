package dev.tracemend.bench.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ShipCommandIT {
    @TempDir
    private Path folder;

    @Test
    void fiveMegabytesArriveWholeAndSingleLinesAreTimed() {
        System.setProperty(
                "tracemend.home", Path.of("..").toAbsolutePath().normalize().toString());
        StringWriter out = new StringWriter();
        CommandLine ship = new CommandLine(new ShipCommand()).setOut(new PrintWriter(out, true));

        int code = ship.execute("--mb", "5", "--latency", "--latency-lines", "10");

        assertThat(out.toString())
                .contains("cpu s/GB", "tracemend --no-redact", "all lines arrived", "single lines, 10 a second")
                .contains("rsyslog", "kcat");
        assertThat(code).as(out.toString()).isZero();
    }

    @Test
    void theSameSeedWritesTheSameFileWithLinesOfTheSaidLengths() throws Exception {
        new MixedLog(1).write(folder.resolve("a.log"), 1_000_000);
        new MixedLog(1).write(folder.resolve("b.log"), 1_000_000);

        assertThat(Files.mismatch(folder.resolve("a.log"), folder.resolve("b.log")))
                .isEqualTo(-1);
        int[] lengths = Files.readAllLines(folder.resolve("a.log")).stream()
                .filter(line -> line.startsWith("2026-"))
                .mapToInt(String::length)
                .sorted()
                .toArray();
        assertThat(lengths[lengths.length / 10]).isBetween(125, 155);
        assertThat(lengths[lengths.length / 2]).isBetween(180, 205);
        assertThat(lengths[lengths.length * 9 / 10]).isBetween(215, 245);
    }
}
