package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a command may do to its own shell, and how a session goes on after it; the same in every sandbox. */
interface ShellEndContract {
    SandboxKind kind();

    @Test
    default void anExitIsToldAndTheNextShellStandsInTheSameDirectory() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("mkdir sub; cd sub; a=1");
            ShellResult result = lab.run("echo bye; exit 3");
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.output()).isEqualTo("bye\n");
            assertThat(result.sessionEnded()).isTrue();
            assertThat(result.restarted()).isTrue();
            assertThat(result.note()).contains("lost");
            assertThat(lab.said("pwd; echo [$a]")).isEqualTo(lab.workspace().resolve("sub") + "\n[]");
        }
    }

    @Test
    default void anExitWithSomebodyInTheBackgroundDoesNotWaitForThem() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("sleep 30 & exit 4", 10);
            assertThat(result.timedOut()).isFalse();
            assertThat(result.exitCode()).isEqualTo(4);
        }
    }

    @Test
    default void aDirectoryThatIsGoneIsReplacedByTheWorkspace() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("mkdir gone; cd gone; rmdir ../gone");
            assertThat(lab.run("exit 0").cwd()).isEqualTo(lab.workspace().toString());
        }
    }

    @Test
    default void replacingTheShellEndsIt() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("exec echo last words");
            assertThat(result.output()).isEqualTo("last words\n");
            assertThat(result.sessionEnded()).isTrue();
            assertThat(lab.said("echo again")).isEqualTo("again");
        }
    }

    @Test
    default void killingTheShellEndsIt() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("kill -9 $$").sessionEnded()).isTrue();
            assertThat(lab.said("echo again")).isEqualTo("again");
        }
    }

    @Test
    default void errexitEndsTheShellWhereACommandFails() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("set -e; echo one; false; echo two");
            assertThat(result.output()).isEqualTo("one\n");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.sessionEnded()).isTrue();
            assertThat(lab.said("false; echo fine")).isEqualTo("fine");
        }
    }

    @Test
    default void errexitOutlivesCommandsThatSucceed() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("set -e").sessionEnded()).isFalse();
            assertThat(lab.said("false || echo saved")).isEqualTo("saved");
            assertThat(lab.run("if false; then :; fi").exitCode()).isZero();
            assertThat(lab.run("false").sessionEnded()).isTrue();
        }
    }

    @Test
    default void nounsetAndTracingDoNotDisturbTheSession() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("set -u");
            assertThat(lab.run("echo $nothing_here").exitCode()).isNotZero();
            assertThat(lab.said("echo on")).isEqualTo("on");
            lab.run("set +u; set -x");
            assertThat(lab.run("echo traced").output()).endsWith("traced\n").doesNotContain("__tm_rc");
            lab.run("set +x; set -v");
            assertThat(lab.run("echo seen").output()).endsWith("seen\n").doesNotContain("__tm_rc");
        }
    }

    @Test
    default void redirectingTheShellsOutputLastsForOneCommand() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("exec > out.txt; echo to the file").output()).isEmpty();
            assertThat(lab.file("out.txt")).isEqualTo("to the file\n");
            assertThat(lab.said("echo back")).isEqualTo("back");
            lab.run("exec 2>/dev/null");
            assertThat(lab.said("echo err >&2")).isEqualTo("err");
        }
    }

    @Test
    default void closingDescriptorsDoesNotLoseTheSession() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("exec >&- 2>&- <&-");
            assertThat(lab.said("echo back")).isEqualTo("back");
            lab.run("exec 8>&-");
            assertThat(lab.said("echo still")).isEqualTo("still");
        }
    }

    @Test
    default void functionsWithTheNamesOfBuiltInsDoNotDisturb() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("printf() { command echo fake; }; alias exec=false; eval() { false; }; cd() { false; }");
            assertThat(lab.run("true").exitCode()).isZero();
            assertThat(lab.run("false").exitCode()).isEqualTo(1);
        }
    }

    @Test
    default void trapsOfTheUserWork() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("trap 'echo leaving' EXIT; exit 5").output()).isEqualTo("leaving\n");
            lab.run("trap 'echo usr' USR1");
            assertThat(lab.said("kill -USR1 $$; echo sent")).contains("usr").contains("sent");
        }
    }
}
