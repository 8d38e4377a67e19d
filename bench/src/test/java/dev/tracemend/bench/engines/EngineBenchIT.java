package dev.tracemend.bench.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EngineBenchIT {
    @Test
    void bothEnginesGiveTheSameContextsThroughAKill() {
        String out = run(new EqualityCommand(), "--lines", "20000", "--kills", "1", "--engines", "kstreams,spark");

        assertThat(out).contains("kstreams, 1 kills", "spark, 1 kills").endsWith("equal to the byte\n");
    }

    @Test
    void memoryStaysFlatUnderDistinctJunk() {
        String out = run(new WindowStateCommand(), "--lines", "400000", "--distinct", "200000");

        assertThat(out).contains("memory is flat");
    }

    @Test
    void anEngineIsMeasuredBesideThePlainConsumer() {
        String out = run(
                new EnginesCommand(),
                "--lines",
                "20000",
                "--warm-up",
                "20000",
                "--rates",
                "100",
                "--seconds",
                "4",
                "--engines",
                "plain,kstreams");

        assertThat(out).contains("plain     catching up", "kstreams  catching up", "closing line to context p50");
    }

    private static String run(Callable<Integer> command, String... arguments) {
        System.setProperty(
                "tracemend.home", Path.of("..").toAbsolutePath().normalize().toString());
        StringWriter out = new StringWriter();
        int code = new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
