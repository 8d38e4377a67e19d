package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostStartTest {
    /** A script that starts us with {@code &} has us started deaf to SIGINT, and bash cannot trap what it never hears. */
    @Test
    void aProgramHearsInterruptsThoughWeAreDeafToThem() throws Exception {
        List<String> program = List.of("bash", "-c", "trap 'echo heard' INT; kill -INT $$; echo over");
        List<String> words = new ArrayList<>(List.of("bash", "-c", "trap '' INT QUIT; exec \"$@\"", "deaf"));
        words.addAll(HostStart.words("host-start-test", ShellLimits.defaults(), program));

        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isEqualTo("heard\nover\n");
        HostTree.removeGroups("host-start-test");
    }
}
