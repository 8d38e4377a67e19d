package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theEndOfWhatItPrintedIsKeptWithoutColours() {
        TestCommand command =
                new TestCommand("printf '\\033[1;31mERROR\\033[m 2 fail\\n'; exit 3", Duration.ofSeconds(20));

        TestCommand.Run run = command.in(folder);

        assertThat(run.green()).isFalse();
        assertThat(run.tail()).isEqualTo("ERROR 2 fail");
    }

    @Test
    void aCommandThatIsNotThereIsNotGreenAndSaysSo() {
        TestCommand.Run run = new TestCommand("no-such-command-here", Duration.ofSeconds(20)).in(folder);

        assertThat(run.green()).isFalse();
        assertThat(run.tail()).contains("no-such-command-here").contains("not found");
    }
}
