package dev.tracemend.bench.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RedactionCommandIT {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final CommandLine command = new CommandLine(new RedactionCommand()).setOut(new PrintWriter(out));

    @Test
    void measuresAForeignCorpus() throws Exception {
        Files.writeString(folder.resolve("secrets.txt"), "# ours\npassword=⟦hunter2⟧ x\nnothing to see: ⟦abc⟧\n");
        Files.writeString(folder.resolve("innocent.txt"), "password must not be empty\n");

        assertThat(command.execute("--corpus", folder.toString(), "--show")).isEqualTo(1);
        assertThat(out.toString()).contains("recall 0.5000 (1 of 2 secrets), precision 1.0000", "missed: abc");
    }
}
