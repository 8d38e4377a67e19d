package dev.tracemend.agent.tool.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.shell.SandboxKind;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.shell.Shells;
import dev.tracemend.agent.tool.Approval;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.Tool;
import dev.tracemend.agent.tool.ToolBox;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.WorkspaceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodingToolsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path state;

    private ToolBox tools;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("src/deep/er"));
        Files.writeString(folder.resolve("src/A.java"), "class A {\n  int one = 1;\n  int uno = 1;\n}\n");
        Files.writeString(folder.resolve("src/deep/er/B.txt"), "hello\n");
        new ProcessBuilder("git", "init", "-q")
                .directory(folder.toFile())
                .start()
                .waitFor();
        Workspace workspace = Workspace.open(folder, WorkspaceConfig.of(state));
        List<Tool> all = new ArrayList<>(FileTools.of(workspace));
        all.addAll(GitTools.of(workspace));
        tools = ToolBox.of(all, Approval.nobody());
    }

    @Test
    void readingShowsNumberedLinesAndRanges() {
        assertThat(call("read", "path", "src/A.java").text()).contains("     2\t  int one = 1;");
        Observation part = tools.call("read", "{\"path\":\"src/A.java\",\"offset\":2,\"limit\":1}");
        assertThat(part.text()).contains("int one").doesNotContain("class A").contains("lines 2 to 2 of 4");
        assertThat(call("read_file", "path", "src/deep/er/B.txt").text()).isEqualTo("hello\n");
        assertThat(call("read", "path", "../secret").ok()).isFalse();
        assertThat(call("read", "path", "nowhere.txt").text()).contains("there is no file nowhere.txt");
    }

    @Test
    void anEditNeedsTheFileReadAndItsTextOnce() throws IOException {
        assertThat(edit("int one = 1;", "int one = 2;").text()).contains("was not read yet");
        call("read", "path", "src/A.java");
        assertThat(edit("= 1;", "= 3;").text()).contains("occurs 2 times", "2, 3", "say which occurrence");
        assertThat(edit("int two", "int three").text()).contains("does not occur in src/A.java");
        assertThat(edit("int one = 1;", "int one = 2;").ok()).isTrue();
        assertThat(Files.readString(folder.resolve("src/A.java"))).contains("int one = 2;", "int uno = 1;");
        Files.writeString(folder.resolve("src/A.java"), "changed by someone else");
        assertThat(edit("changed", "x").text()).contains("has changed since it was read");
    }

    @Test
    void writingMakesNewFilesAndReplacesOnlyThoseThatWereRead() throws IOException {
        assertThat(call("write", "path", "new/folder/C.txt", "content", "c\n").ok())
                .isTrue();
        assertThat(Files.readString(folder.resolve("new/folder/C.txt"))).isEqualTo("c\n");
        assertThat(call("write_file", "path", "src/A.java", "content", "x").text())
                .contains("was not read yet");
        assertThat(call("write", "path", ".git/hooks/post-commit", "content", "x")
                        .ok())
                .isFalse();
    }

    @Test
    void filesAreFoundByNameAndByContent() {
        assertThat(call("glob", "pattern", "**/*.txt").text()).isEqualTo("src/deep/er/B.txt");
        assertThat(call("grep", "pattern", "int .* = 1").text())
                .isEqualTo("src/A.java:2:   int one = 1;\nsrc/A.java:3:   int uno = 1;");
        assertThat(call("grep", "pattern", "(?=x)").text()).contains("not one of RE2's");
        assertThat(call("grep", "pattern", "nothing").text()).isEqualTo("no line matches");
        assertThat(tools.call("list_files", "{\"recursive\":true}").text())
                .contains("\"src/\"", "\"A.java\" : \"file\"", "\"deep/\"");
    }

    @Test
    void gitIsLookedAt() {
        assertThat(tools.call("git_status", "").text()).contains("src/");
        assertThat(tools.call("git_diff", "").text()).isEqualTo("nothing is changed");
        assertThat(tools.call("git_log", "").ok()).isFalse();
    }

    @Test
    void commandsKeepTheShellsStateAndTestsAreRead() throws Exception {
        Workspace workspace = Workspace.open(folder, WorkspaceConfig.of(state));
        try (ShellSession shell = Shells.open(ShellSettings.of(SandboxKind.LOCAL, folder))) {
            ToolBox box = ToolBox.of(ShellTools.of(shell, workspace), Approval.nobody());
            box.call("bash", "{\"command\":\"cd src && export X=1\"}");
            assertThat(box.call("shell", "{\"command\":\"pwd; echo $X\"}").text())
                    .contains("/src\n1", "(exit code 0, sandbox local)");
            assertThat(box.call("bash", "{\"command\":\"exit 3\"}").ok()).isFalse();
            Observation tests = box.call(
                    "run_tests",
                    "{\"command\":\"echo 'FAILED a.py::b - no'; echo '1 failed, 2 passed in 0.1s'; false\"}");
            assertThat(tests.ok()).isFalse();
            assertThat(tests.text()).contains("pytest: 2 passed, 1 failed, 0 skipped", "- a.py::b: no");
        }
    }

    private Observation edit(String old, String by) {
        return call("edit", "path", "src/A.java", "old_string", old, "new_string", by);
    }

    private Observation call(String tool, String... pairs) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        return tools.call(tool, arguments.toString());
    }
}
