package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.source.ReadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DryRunTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheEventsAsTheyWouldBePublishedToTheLastHalfLine() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                "INFO password=hunter22\njava.lang.Error: x\n\tat a.B.c(B.java:1)\nINFO last, without its end");
        List<LogLine> lines = new ArrayList<>();

        TailerMetrics counted = run(lines);

        assertThat(lines)
                .extracting(LogLine::line)
                .containsExactly(
                        "INFO password=[redacted:password]",
                        "java.lang.Error: x\n\tat a.B.c(B.java:1)",
                        "INFO last, without its end");
        assertThat(lines).extracting(LogLine::id).doesNotHaveDuplicates().allMatch(id -> id.startsWith("dry-run:"));
        assertThat(counted.lines().sum()).isEqualTo(4);
        assertThat(counted.records().sum()).isEqualTo(3);
    }

    @Test
    void theHeadOfAnOldFileIsAsOldAsItsFirstLineThatSaysSo() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                " :: Boot ::\nWarming up\n2026-11-20 10:00:00.000 ERROR x\n2026-11-20 10:00:01.000 ERROR y\n");
        List<LogLine> lines = new ArrayList<>();

        run(lines);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).ts()).isCloseTo(1_795_168_800.0, within(0.5));
        assertThat(lines.get(1).ts()).isCloseTo(1_795_168_800.0, within(0.5));
        assertThat(lines.get(3).ts()).isEqualTo(1_795_168_801.0);
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> run(new ArrayList<>()))
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining("no file is there to read")
                .hasMessageContaining("*.log");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Files.writeString(folder.resolve("a.log"), "INFO x\n");
        run(new ArrayList<>());
        assertThat(folder.resolve("state")).doesNotExist();
    }

    private TailerMetrics run(List<LogLine> lines) {
        TailerConfig config = TailerConfig.of("nobody:1", "app", List.of(folder + "/*.log"), folder.resolve("state"))
                .reading(new ReadConfig(
                        ReadConfig.From.START,
                        true,
                        ReadConfig.defaults().encoding(),
                        ReadConfig.defaults().maxLine(),
                        List.of(),
                        List.of()));
        return DryRun.run(config, value -> lines.add(Wire.logLine(value, "", 0)));
    }
}
