package dev.tracemend.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DetectCommandIT {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final CommandLine command = new CommandLine(new DetectCommand()).setOut(new PrintWriter(out));

    @Test
    void reachesTheAimsOnOurOwnLogs() {
        Path own = Path.of("logs").toAbsolutePath();

        assertThat(command.execute(
                        "--logs",
                        own.resolve("corpus").toString(),
                        "--logs",
                        own.resolve("heldout").toString()))
                .as(out.toString())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"second", "third", "fourth", "fifth", "sixth"})
    void reachesTheAimsOnEachLaterCorpus(String corpus) {
        Path logs = Path.of("logs").toAbsolutePath().resolve(corpus);

        assertThat(command.execute("--logs", logs.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void countsEachWayToBeWrong() throws Exception {
        Files.writeString(folder.resolve("a.log"), """
                2026-11-21 10:00:00 ERROR c.a.Shop - order 1 broke
                2026-11-21 10:00:01 ERROR c.a.Shop - order 2 broke
                2026-11-21 10:00:02 INFO c.a.Shop - quietly lost order 3
                2026-11-21 10:00:03 ERROR c.a.Cart - nobody minds
                2026-11-21 10:00:04 ERROR c.a.Bill - bill 7 is empty
                """);
        Files.writeString(folder.resolve("a.labels"), "order\norder\norder\n-\norder\n");
        Files.writeString(folder.resolve("b.log"), "2026-11-21 10:00:00 ERROR c.a.Shop - broke\nfine\n");
        Files.writeString(folder.resolve("b.csv"), "LineId,Label\n1,\"order\"\n");

        assertThat(command.execute("--logs", folder.toString(), "--show-misses", "--json"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "\"log\":\"a.log\",\"lines\":5,\"labelled\":4,\"covered\":3,\"flagged\":4,\"right\":3",
                        "\"contextsPerCause\":2.0000",
                        "missed 3:",
                        "needless 4:",
                        "order came as",
                        "\"log\":\"b.log\",\"lines\":2,\"labelled\":1,\"covered\":1");
    }
}
