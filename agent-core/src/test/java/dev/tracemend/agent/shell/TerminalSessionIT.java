package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.machine.RequiredTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalSessionIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    /** A prompt with its own line editing, in the shell everybody has. */
    private static final List<String> PROMPT = List.of("bash", "--norc", "--noprofile", "-i");

    @TempDir
    private Path workspace;

    private TerminalSession open(SandboxKind kind, List<String> argv) {
        return TerminalSession.open(ShellSettings.of(kind, workspace), argv);
    }

    @Test
    void aPythonPromptAnswers() {
        Path python = Path.of("/usr/bin/python3");
        RequiredTool.check(Files.isExecutable(python), "it needs python3: install it");
        for (SandboxKind kind : List.of(SandboxKind.LOCAL, SandboxKind.BUBBLEWRAP)) {
            try (TerminalSession session = open(kind, List.of(python.toString(), "-q"))) {
                Pattern prompt = Pattern.compile(">>> $");
                assertThat(session.expect(prompt, LONG).matched()).isTrue();
                session.send("x = 6 * 7\n");
                session.expect(prompt, LONG);
                session.send("print('answer', x)\n");
                assertThat(session.expect(prompt, LONG).text()).contains("answer 42");
                session.send("while True: pass\n\n");
                session.settle(Duration.ofMillis(200), LONG);
                session.interrupt();
                assertThat(session.expect(Pattern.compile("KeyboardInterrupt"), LONG)
                                .matched())
                        .isTrue();
                session.send("exit(3)\n");
                TerminalReply last = session.expect(Pattern.compile("never"), LONG);
                assertThat(last.ended()).isTrue();
                assertThat(last.exitCode()).isEqualTo(3);
            }
        }
    }

    @Test
    void aDebuggerAnswers() {
        RequiredTool.check(Files.isExecutable(Path.of("/usr/bin/gdb")), "it needs gdb: install it");
        try (TerminalSession session = open(SandboxKind.BUBBLEWRAP, List.of("gdb", "-q", "-nx"))) {
            assertThat(session.expect(Pattern.compile("\\(gdb\\) $"), LONG).matched())
                    .isTrue();
            session.send("print 6*7\n");
            assertThat(session.expect(Pattern.compile("\\$1 = (\\d+)"), LONG).text())
                    .endsWith("$1 = 42");
        }
    }

    @Test
    void aProgramSeesATerminalOfTheGivenSize() {
        try (TerminalSession session = open(SandboxKind.BUBBLEWRAP, List.of("sh", "-c", "[ -t 0 ] && stty size"))) {
            assertThat(session.expect(Pattern.compile("\\d+ \\d+"), LONG).text())
                    .isEqualTo("40 120");
        }
    }

    @Test
    void quietEndsTheWait() {
        try (TerminalSession session = open(SandboxKind.LOCAL, PROMPT)) {
            session.settle(Duration.ofMillis(300), LONG);
            session.send("echo a; sleep 0.1; echo b\n");
            assertThat(session.settle(Duration.ofMillis(500), LONG).text()).contains("a\nb\n");
        }
    }

    @Test
    void aPatternThatDoesNotComeTimesOut() {
        try (TerminalSession session = open(SandboxKind.LOCAL, List.of("sleep", "60"))) {
            TerminalReply reply = session.expect(Pattern.compile("x"), Duration.ofMillis(200));
            assertThat(reply.timedOut()).isTrue();
            assertThat(reply.ended()).isFalse();
        }
    }

    @Test
    void aPatternThatNeverEndsIsGivenUp() {
        try (TerminalSession session = open(SandboxKind.LOCAL, List.of("sh", "-c", "printf '%0100d' 0; sleep 60"))) {
            session.settle(Duration.ofMillis(100), LONG);
            session.send("0000000000000000000000000000000000000000000000\n");
            TerminalReply reply = session.expect(Pattern.compile("(0+0+)+1"), Duration.ofSeconds(1));
            assertThat(reply.timedOut()).isTrue();
        }
    }

    @Test
    void theTerminalIsInTheSandbox() {
        try (TerminalSession session =
                open(SandboxKind.BUBBLEWRAP, List.of("sh", "-c", "touch /escape 2>&1; cat /proc/net/dev; echo end"))) {
            assertThat(session.expect(Pattern.compile("end\n"), LONG).text())
                    .contains("Read-only")
                    .doesNotContain("eth0");
        }
    }

    @Test
    void linesAreRenderedAndNotRaw() {
        TerminalText text = new TerminalText();
        text.add("\u001b[?2004h>>> \u001b[31mred\u001b[0m\r\nab\bc\r\n50%\r100%\u001b[K\r\n\u001b]0;title\u0007x");
        assertThat(text.pending()).isEqualTo(">>> red\nac\n100%\nx");
        text.take(8);
        assertThat(text.pending()).isEqualTo("ac\n100%\nx");
    }
}
