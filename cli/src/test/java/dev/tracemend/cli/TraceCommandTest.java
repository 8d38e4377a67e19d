package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.model.HeuristicModel;
import dev.tracemend.agent.predict.Predict;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.predict.TraceFile;
import dev.tracemend.agent.signature.Signature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TraceCommandTest {
    record Line(String line) {}

    record Verdict(boolean urgent) {}

    @TempDir
    private Path folder;

    private Path file;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void recordARunWithARepairTurn() throws IOException {
        List<String> replies = new ArrayList<>(
                List.of("[[ ## urgent ## ]]\nperhaps", "[[ ## urgent ## ]]\ntrue\n\n[[ ## completed ## ]]"));
        HeuristicModel model = new HeuristicModel(List.of(request -> Optional.of(replies.remove(0))));
        List<String> lines = new ArrayList<>();
        Predict.of(Signature.of(Line.class, Verdict.class))
                .call(new Line("disk full"), Run.on(model).with(TraceFile.into(lines::add)));
        file = Files.write(folder.resolve("run.jsonl"), lines);
    }

    @Test
    void showsEachStepAndOneWithItsWholePrompt() {
        assertThat(run(file.toString())).isZero();
        assertThat(out.toString())
                .contains("1. self  (heuristic, marker", "perhaps", "2. self", "problem: ", "gave: {\"urgent\":true}")
                .doesNotContain("user: ");
        out.getBuffer().setLength(0);
        assertThat(run(file.toString(), "--call", "2")).isZero();
        assertThat(out.toString())
                .contains("user: ", "disk full", "This reply cannot be used")
                .doesNotContain("1. self");
        out.getBuffer().setLength(0);
        assertThat(run(file.toString(), "--json", "--call", "1")).isZero();
        assertThat(out.toString().lines()).singleElement().asString().startsWith("{\"step\":1,\"name\":\"self\"");
    }

    @Test
    void playsEachCallAgainByteForByte() {
        assertThat(run(file.toString(), "--replay")).isZero();
        assertThat(out.toString())
                .contains("1. self (heuristic): the same", "2. self (heuristic): the same", "perhaps");
    }

    @Test
    void whatIsWrongIsSaidWithThePlace() throws IOException {
        assertThat(run(folder.resolve("absent").toString())).isEqualTo(3);
        assertThat(run(file.toString(), "--call", "7")).isEqualTo(3);
        assertThat(run(file.toString(), "--ask")).isEqualTo(3);
        Files.writeString(file, "{\"a\":1}\n");
        assertThat(run(file.toString(), "--replay")).isEqualTo(3);
        assertThat(err.toString())
                .contains(
                        "there is no file",
                        "there is no step 7: it has 2",
                        "--ask needs a model",
                        "line 1 of the trace");
    }

    private int run(String... arguments) {
        CommandLine line = Tracemend.commandLine(new SettingsConfig(Map.of(), List.of()));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("trace"));
        all.addAll(List.of(arguments));
        return line.execute(all.toArray(String[]::new));
    }
}
