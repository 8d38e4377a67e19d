package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.RequiredTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void aCandidateCannotChangeThemEvenWhenRootStartedIt() throws Exception {
        RequiredTool.check(Files.isExecutable(Path.of("/usr/bin/bwrap")), "it needs bubblewrap: install it");
        List<String> words =
                new ArrayList<>(Sandbox.ways(folder, List.of()).get(0).prefix());
        // Writes the value that is there, so that a hole would do no harm.
        words.addAll(List.of(
                "sh", "-c", "v=$(cat /proc/sys/kernel/domainname) && echo \"$v\" > /proc/sys/kernel/domainname"));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(said).containsAnyOf("Read-only file system", "Permission denied", "cannot create");
    }
}
