package dev.tracemend.agent.judge.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.machine.RequiredTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptJudgeIT {
    @TempDir
    private Path folder;

    @Test
    void aPythonCandidateThatMisbehavesHarmsNeitherTheJudgeNorTheNextOne() throws IOException {
        RequiredTool.check(has(Language.PYTHON), "it needs python3: install it");
        write("twice.py", "import os\n\n\ndef twice(n):\n    return n + 3\n");
        write("data.txt", "kept");
        write(
                "test_twice.py",
                "import unittest\nfrom twice import twice\n\n\nclass TwiceTest(unittest.TestCase):\n    def test_twice(self):\n"
                        + "        self.assertEqual(4, twice(2))\n        self.assertEqual('kept', open('data.txt').read())\n");
        try (ScriptJudge judge = open(Language.PYTHON)) {
            assertThat(judge.baseline().reproduced())
                    .as(judge.baseline().toString())
                    .isTrue();
            for (String bad : List.of(
                    "os._exit(0)",
                    "[None for _ in iter(int, 1)]",
                    "twice(n)",
                    "'x' * (1 << 40)",
                    "[os.remove(f) for f in os.listdir('.')]",
                    "__import__('sys').exit(0)",
                    "os.kill(os.getpid(), 9)",
                    "__import__('socket').create_connection(('192.0.2.1', 80), 1)")) {
                assertThat(judge(judge, "twice.py", "n + 3", bad).proved())
                        .as(bad)
                        .isFalse();
            }
            assertThat(judge(judge, "twice.py", "n + 3", "n +* 2")
                            .steps()
                            .get(0)
                            .name())
                    .isEqualTo("compile");
            Judgement right = judge(judge, "twice.py", "n + 3", "n * 2");
            assertThat(right.proved()).as(right.toString()).isTrue();
            assertThat(right.failToPass()).hasSize(1);
        }
        assertThat(Files.readString(folder.resolve("project/data.txt"))).isEqualTo("kept");
    }

    @Test
    void aNodeCandidateThatMisbehavesHarmsNeitherTheJudgeNorTheNextOne() throws IOException {
        RequiredTool.check(has(Language.NODE), "it needs node: install nodejs");
        write("package.json", "{ \"type\": \"module\" }");
        write("twice.js", "export const twice = (n) => n + 3;\n");
        write(
                "twice.test.js",
                "import test from 'node:test';\nimport assert from 'node:assert';\nimport fs from 'node:fs';\n"
                        + "import { twice } from './twice.js';\n\ntest('twice', () => assert.equal(twice(2), 4));\ntest('file', () => assert.ok(fs.existsSync('package.json')));\n");
        try (ScriptJudge judge = open(Language.NODE)) {
            assertThat(judge.baseline().reproduced())
                    .as(judge.baseline().toString())
                    .isTrue();
            for (String bad : List.of(
                    "process.exit(0)",
                    "(() => { for (;;); })()",
                    "twice(n)",
                    "process.kill(process.pid, 'SIGKILL')",
                    "process.getBuiltinModule('fs').rmSync('package.json')")) {
                assertThat(judge(judge, "twice.js", "n + 3", bad).proved())
                        .as(bad)
                        .isFalse();
            }
            Judgement right = judge(judge, "twice.js", "n + 3", "n * 2");
            assertThat(right.proved()).as(right.toString()).isTrue();
        }
    }

    private Judgement judge(ScriptJudge judge, String path, String old, String replacement) throws IOException {
        String text = Files.readString(folder.resolve("project").resolve(path));
        int at = text.indexOf(old);
        return judge.judge(List.of(new TextEdit(path, at, at + old.length(), replacement)));
    }

    private ScriptJudge open(Language language) {
        JudgeConfig defaults = JudgeConfig.in(folder.resolve("scratch"));
        JudgeConfig brief = new JudgeConfig(
                Duration.ofSeconds(15),
                defaults.callLimit(),
                defaults.searchLimit(),
                defaults.heapMb(),
                defaults.scratchDir(),
                defaults.maxInputs(),
                defaults.maxReproductions(),
                defaults.seed(),
                true);
        Path root = folder.resolve("project");
        return ScriptJudge.open(
                new ScriptTask(language, root, root, Optional.empty(), ""), new TreeSitterGate(), brief);
    }

    private boolean has(Language language) {
        return ScriptRuntime.find(language, folder, folder).isPresent();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("project")).resolve(name), text);
    }
}
