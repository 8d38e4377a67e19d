package dev.tracemend.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class JudgeCommandIT {
    @Test
    void judgesAFewOfEachSize() {
        StringWriter said = new StringWriter();
        int exit = new CommandLine(new JudgeCommand())
                .setOut(new PrintWriter(said))
                .execute("--candidates", "20", "--warm-up", "5", "--lines", "40,300");
        assertThat(exit).isZero();
        assertThat(said.toString().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains(" 20 ").contains("tests="));
    }
}
