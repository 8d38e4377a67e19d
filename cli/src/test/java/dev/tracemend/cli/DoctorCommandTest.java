package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aBrokerThatIsNotThereIsAMatterOfReach() {
        int exit = run("--bootstrap", "127.0.0.1:" + TracemendProcess.freePort(), "--data", folder.toString());
        assertThat(exit).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(out.toString()).contains("FAIL broker", "--bootstrap", "MB free at " + folder, "ok   sandbox");
    }

    @Test
    void aDataFolderThatIsAFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        run("--bootstrap", "127.0.0.1:1", "--data", file + "/below");
        assertThat(out.toString()).contains("FAIL disk", file + " cannot be written to", "--data");
    }

    @Test
    void eachRoleHasARowAndAModelThatIsNotThereItsRemedy() {
        Map<String, String> environment =
                Map.of("OLLAMA_HOST", "http://127.0.0.1:1", "OLLAMA_MODEL", "small", "EDITOR_MODEL", "ollama/coder");
        run(environment, "--bootstrap", "127.0.0.1:1", "--data", folder.toString());
        assertThat(out.toString())
                .contains("FAIL planner    small at http://127.0.0.1:1", "FAIL editor     coder at", "FAIL reflection")
                .contains("start it with: ollama serve")
                .doesNotContain("embedding");
    }

    @Test
    void aRoleWithoutAProviderIsAFindingAndNotAnEnd() {
        run(Map.of("EDITOR_MODEL", "nobody/x"), "--bootstrap", "127.0.0.1:1", "--data", folder.toString());
        assertThat(out.toString()).contains("FAIL model", "EDITOR_MODEL: 'nobody/x' names no known provider", "disk");
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        Map<String, String> whole = new HashMap<>(environment);
        whole.put("PATH", System.getenv("PATH"));
        CommandLine line = Tracemend.commandLine(new SettingsConfig(whole, List.of()));
        line.setOut(new PrintWriter(out));
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }
}
