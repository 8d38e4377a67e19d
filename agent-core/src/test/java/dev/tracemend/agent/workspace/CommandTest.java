package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(10)
    void aProcessThatIsLeftBehindWithTheOutputOpenHoldsNothingUp() {
        Command.Ended ended = run("echo said; sleep 15 & exit 3", Duration.ofSeconds(8));

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).isEqualTo("said\n");
    }

    @Test
    void whatTakesTooLongIsEndedWithItsChildren() {
        Command.Ended ended = run("sleep 30; echo late", Duration.ofMillis(300));

        assertThat(ended.ok()).isFalse();
        assertThat(ended.error()).contains("took longer");
    }

    @Test
    void nothingOfTheEnvironmentIsPassedOnThatIsNotListed() {
        Command.Ended ended = run("env", Duration.ofSeconds(8));

        assertThat(ended.out().lines().map(line -> line.replaceFirst("=.*", "")))
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LANG",
                        "TZ",
                        "TMPDIR",
                        "JAVA_HOME",
                        "MAVEN_HOME",
                        "M2_HOME",
                        "MAVEN_OPTS",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    private Command.Ended run(String line, Duration limit) {
        return new Command(folder, Map.of(), limit).run(List.of("sh", "-c", line));
    }
}
