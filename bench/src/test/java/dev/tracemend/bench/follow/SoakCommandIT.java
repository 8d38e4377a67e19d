package dev.tracemend.bench.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SoakCommandIT {
    @Test
    void everyLineArrivesAndTheTableIsPrinted() {
        StringWriter out = new StringWriter();
        new CommandLine(new SoakCommand()).setOut(new PrintWriter(out)).execute("--gb", "0.1", "--minutes", "0.34");
        assertThat(out.toString()).contains("all lines have arrived").hasLineCount(12);
    }
}
