package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tracemend shell} as a program that others drive with step files. */
class ShellCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path workspace;

    @TempDir
    private Path streams;

    private record Outcome(int exit, List<JsonNode> answers, String errors) {
        JsonNode answer(int index) {
            return answers.get(index);
        }
    }

    private Outcome shell(String steps, String... options) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile(streams, "steps", ".jsonl"), steps);
        Path out = Files.createTempFile(streams, "answers", ".jsonl");
        Path err = Files.createTempFile(streams, "errors", ".txt");
        List<String> words =
                new ArrayList<>(List.of("sh", "../tracemend", "shell", "--workspace", workspace.toString()));
        words.addAll(List.of(options));
        Process process = new ProcessBuilder(words)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        List<JsonNode> answers = new ArrayList<>();
        if (List.of(options).contains("--json")) {
            for (String line : Files.readAllLines(out)) {
                answers.add(JSON.readTree(line));
            }
        }
        return new Outcome(
                process.exitValue(),
                answers,
                List.of(options).contains("--json")
                        ? Files.readString(err)
                        : Files.readString(out) + Files.readString(err));
    }

    @Test
    void eachStepGetsOneAnswerInOrder() throws Exception {
        Outcome outcome = shell("""
                {"action":"create","session":"a"}
                {"id":"x","action":"run","session":"a","command":"v=1; cd /; echo hi; false"}
                {"id":7,"action":"run","session":"a","command":"echo $v $PWD","timeout":5}

                {"action":"exec","argv":["printf","%s|","a b","$HOME"]}
                {"action":"close","session":"a"}
                {"action":"run","session":"a","command":"echo"}
                """, "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.answers()).hasSize(6);
        assertThat(outcome.answer(0).get("ok").booleanValue()).isTrue();
        assertThat(outcome.answer(1).get("id").textValue()).isEqualTo("x");
        assertThat(outcome.answer(1).get("exit_code").intValue()).isEqualTo(1);
        assertThat(outcome.answer(1).get("output").textValue()).isEqualTo("hi\n");
        assertThat(outcome.answer(1).get("isolation").textValue()).isEqualTo("local");
        assertThat(outcome.answer(2).get("output").textValue()).isEqualTo("1 /\n");
        assertThat(outcome.answer(3).get("id").intValue()).isEqualTo(5);
        assertThat(outcome.answer(3).get("output").textValue()).isEqualTo("a b|$HOME|");
        assertThat(code(outcome.answer(5))).isEqualTo("session_closed");
    }

    @Test
    void anInterruptReachesTheRunBeforeIt() throws Exception {
        Outcome outcome = shell("""
                {"action":"run","session":"s","command":"v=1; echo on; sleep 60","timeout":50}
                {"action":"interrupt","session":"s"}
                {"action":"run","session":"s","command":"echo $v"}
                {"action":"run","session":"s","command":"sleep 60","timeout":0.4}
                {"action":"interrupt","session":"none"}
                """, "--json", "--sandbox", "bubblewrap");
        assertThat(outcome.answer(0).get("interrupted").booleanValue()).isTrue();
        assertThat(outcome.answer(0).get("duration").doubleValue()).isLessThan(10);
        assertThat(outcome.answer(0).get("isolation").textValue()).isEqualTo("bubblewrap");
        assertThat(outcome.answer(1).get("interrupted").booleanValue()).isTrue();
        assertThat(outcome.answer(2).get("output").textValue()).isEqualTo("1\n");
        assertThat(outcome.answer(3).get("timed_out").booleanValue()).isTrue();
        assertThat(code(outcome.answer(4))).isEqualTo("no_such_session");
    }

    @Test
    void stepsThatAreWrongAreToldAndTheLoopGoesOn() throws Exception {
        Outcome outcome = shell("""
                not json
                [1]
                {"action":"fly"}
                {}
                {"action":"run"}
                {"action":"run","command":7}
                {"action":"run","command":"echo","timeout":-1}
                {"action":"run","command":"echo","timeout":"5"}
                {"action":"exec","argv":[]}
                {"action":"run","command":"a\\u0000b"}
                {"action":"create","session":"t"}
                {"action":"create","session":"t"}
                {"action":"close","session":"u"}
                {"action":"run","command":"echo fine"}
                """, "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.answers().stream().map(ShellCommandIT::code))
                .containsExactly(
                        "bad_json",
                        "bad_json",
                        "unknown_action",
                        "bad_step",
                        "bad_step",
                        "bad_step",
                        "bad_step",
                        "bad_step",
                        "bad_step",
                        "bad_command",
                        "",
                        "session_exists",
                        "no_such_session",
                        "");
        assertThat(outcome.answer(13).get("output").textValue()).isEqualTo("fine\n");
    }

    @Test
    void filesAreThoseOfTheWorkspace() throws Exception {
        Files.createSymbolicLink(workspace.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(workspace.resolve("dangling"), Path.of("/nowhere/x"));
        Files.createDirectories(workspace.resolve(".git"));
        Outcome outcome = shell("""
                {"action":"write_file","path":"d/e.txt","content":"h\\u00e9\\n"}
                {"action":"read_file","path":"d/e.txt"}
                {"action":"write_file","path":"b.bin","content":"/wA=","encoding":"base64"}
                {"action":"read_file","path":"b.bin"}
                {"action":"read_file","path":"../x"}
                {"action":"read_file","path":"/etc/passwd"}
                {"action":"read_file","path":"out/passwd"}
                {"action":"write_file","path":"out/x","content":""}
                {"action":"write_file","path":"dangling","content":""}
                {"action":"write_file","path":".git/hooks/pre-commit","content":""}
                {"action":"read_file","path":"none"}
                {"action":"read_file","path":"d"}
                """, "--json");
        assertThat(outcome.answer(0).get("created").booleanValue()).isTrue();
        assertThat(outcome.answer(1).get("content").textValue()).isEqualTo("hé\n");
        assertThat(Files.readAllBytes(workspace.resolve("b.bin"))).containsExactly(0xff, 0);
        assertThat(outcome.answer(3).get("encoding").textValue()).isEqualTo("base64");
        assertThat(outcome.answers().subList(4, 12).stream().map(ShellCommandIT::code))
                .containsExactly(
                        "outside_workspace",
                        "outside_workspace",
                        "outside_workspace",
                        "outside_workspace",
                        "outside_workspace",
                        "outside_workspace",
                        "not_found",
                        "not_a_file");
    }

    @Test
    void aProgramOnATerminalIsTypedTo() throws Exception {
        Outcome outcome = shell("""
                {"action":"create","session":"p","program":["bash","--norc","--noprofile","-i"]}
                {"action":"run","session":"p","command":"","quiet":0.3}
                {"action":"run","session":"p","command":"echo $((6*7))-","expect":"42-","timeout":10}
                {"action":"run","session":"p","command":"exit 3","expect":"never","timeout":10}
                """, "--json", "--sandbox", "bubblewrap");
        assertThat(outcome.answer(2).get("matched").booleanValue()).isTrue();
        assertThat(outcome.answer(3).get("session_ended").booleanValue()).isTrue();
        assertThat(outcome.answer(3).get("exit_code").intValue()).isEqualTo(3);
    }

    @Test
    void outputIsStreamedWhenAskedFor() throws Exception {
        Outcome outcome = shell("{\"id\":1,\"action\":\"run\",\"command\":\"echo a\",\"stream\":true}\n", "--json");
        assertThat(outcome.answer(0).get("event").textValue()).isEqualTo("output");
        assertThat(outcome.answer(0).get("text").textValue()).isEqualTo("a\n");
        assertThat(outcome.answer(1).get("output").textValue()).isEqualTo("a\n");
    }

    @Test
    void anyInputGetsAnAnswerForEachLine() throws Exception {
        Random random = new Random(42);
        StringBuilder steps = new StringBuilder();
        String seed = "{\"action\":\"read_file\",\"path\":\"x\",\"session\":\"s\",\"timeout\":1.5,\"id\":[1,{}]}";
        for (int i = 0; i < 500; i++) {
            StringBuilder line = new StringBuilder(seed);
            for (int j = random.nextInt(4); j >= 0; j--) {
                line.setCharAt(random.nextInt(line.length()), (char) (33 + random.nextInt(90)));
            }
            steps.append(line).append('\n');
        }
        Outcome outcome = shell(steps.toString(), "--json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.answers()).hasSize(500);
    }

    @Test
    void nothingIsLeftWhenTheInputEnds() throws Exception {
        shell(
                "{\"action\":\"run\",\"command\":\"(setsid bash -c 'while :; do date +%s%N > alive; sleep 0.02; done' &);"
                        + " until [ -s alive ]; do sleep 0.02; done\"}\n",
                "--json");
        String before = Files.readString(workspace.resolve("alive"));
        org.awaitility.Awaitility.await()
                .pollDelay(java.time.Duration.ofMillis(300))
                .until(() -> true);
        assertThat(Files.readString(workspace.resolve("alive"), StandardCharsets.UTF_8))
                .isEqualTo(before);
    }

    @Test
    void linesAreCommandsWithoutJson() throws Exception {
        Outcome outcome = shell("v=3\necho $v\nfalse\nexit 0\necho not any more\n");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.errors()).contains("3\n").contains("[exit 1]").doesNotContain("not any more");
    }

    @Test
    void whatCannotBeHadIsToldWithItsRemedy() throws Exception {
        assertThat(shell("", "--sandbox", "vm").exit()).isEqualTo(2);
        Outcome missing = shell("", "--sandbox", "docker", "--image", "no-such-image:none", "--json");
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.errors()).contains("docker");
        assertThat(shell("", "--workspace", "/no/such/folder").exit()).isNotZero();
    }

    private static String code(JsonNode answer) {
        return answer.path("error").path("code").asText();
    }
}
