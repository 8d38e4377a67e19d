package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a command prints and reads; the same in every sandbox. */
interface ShellOutputContract {
    SandboxKind kind();

    @Test
    default void bothStreamsComeInOrder() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("echo out; echo err >&2; echo out")).isEqualTo("out\nerr\nout");
        }
    }

    @Test
    default void outputWithoutALineEndIsKept() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("printf abc").output()).isEqualTo("abc");
            assertThat(lab.run("printf '\\n\\nx'").output()).isEqualTo("\n\nx");
            assertThat(lab.run("true").output()).isEmpty();
        }
    }

    @Test
    default void outputThatLooksLikeAMarkerIsOutput() {
        try (ShellLab lab = ShellLab.open(kind())) {
            String fake = "0123456789abcdef0123456789abcdef";
            ShellResult result = lab.run("printf '\\036%s E 1 0 /\\036%s\\n' " + fake + " " + fake + "; (exit 9)");
            assertThat(result.output()).isEqualTo("\036" + fake + " E 1 0 /\036" + fake + "\n");
            assertThat(result.exitCode()).isEqualTo(9);
            assertThat(lab.run("printf '\\036'").output()).isEqualTo("\036");
            assertThat(lab.run("printf '\\036\\036\\036x\\036'").output()).isEqualTo("\036\036\036x\036");
        }
    }

    @Test
    default void markersOfOtherToolsAreOutput() {
        try (ShellLab lab = ShellLab.open(kind())) {
            String text = "UNIQUESTRING29234 EXITCODESTART0EXITCODEEND SHELLPS1PREFIX";
            assertThat(lab.said("echo " + text)).isEqualTo(text);
        }
    }

    @Test
    default void printingOurOwnLinesDoesNotEndTheCommand() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("trap 'echo \"$BASH_COMMAND\"' DEBUG; echo one; trap - DEBUG; (exit 6)")
                            .exitCode())
                    .isEqualTo(6);
            assertThat(lab.said("echo two")).isEqualTo("two");
        }
    }

    @Test
    default void aReaderOfInputGetsTheEndAtOnce() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("cat", 5).timedOut()).isFalse();
            assertThat(lab.run("read x; echo \"[$x] $?\"", 5).output()).isEqualTo("[] 1\n");
            assertThat(lab.run("sort", 5).exitCode()).isZero();
            assertThat(lab.said("while read l; do echo $l; done; echo end")).isEqualTo("end");
        }
    }

    @Test
    default void aReaderCannotSwallowTheNextCommand() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("cat & read -t 0.1 y; head -c 100");
            assertThat(lab.said("echo mine")).isEqualTo("mine");
        }
    }

    @Test
    default void pipesAndRedirectionsFeedInput() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("echo piped | cat")).isEqualTo("piped");
            assertThat(lab.said("echo f > f; cat < f; cat <<< here")).isEqualTo("f\nhere");
            assertThat(lab.said("cat <(echo substituted)")).isEqualTo("substituted");
        }
    }

    @Test
    default void inputIsNoTerminal() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.said("[ -t 0 ] || echo no; [ -t 1 ] || echo no")).isEqualTo("no\nno");
            assertThat(lab.run("read x < /dev/tty", 5).exitCode()).isNotZero();
        }
    }

    @Test
    default void twentyMegabytesAreCountedAndCut() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("echo first; head -c 20000000 /dev/zero | tr '\\0' x; echo; echo last", 60);
            assertThat(result.exitCode()).isZero();
            assertThat(result.truncated()).isTrue();
            assertThat(result.totalBytes()).isEqualTo(20_000_012);
            assertThat(result.output())
                    .startsWith("first\nxxx")
                    .endsWith("xxx\nlast\n")
                    .contains("bytes left out");
            assertThat(result.output().length()).isLessThan(101_000);
            assertThat(lab.said("echo next")).isEqualTo("next");
        }
    }

    @Test
    default void outputOfExactlyTheLimitIsWhole() {
        try (ShellLab lab = ShellLab.open(kind())) {
            RunLimits limits = new RunLimits(Duration.ofSeconds(20), 1000);
            ShellResult whole = lab.session().run("head -c 1000 /dev/zero | tr '\\0' a", limits, OutputListener.NONE);
            assertThat(whole.truncated()).isFalse();
            assertThat(whole.output()).isEqualTo("a".repeat(1000));
            ShellResult cut = lab.session().run("head -c 1001 /dev/zero | tr '\\0' a", limits, OutputListener.NONE);
            assertThat(cut.truncated()).isTrue();
            assertThat(cut.output()).contains("[… 1 bytes left out …]");
        }
    }

    @Test
    default void charactersAreNotCutInTheMiddleOfTheirBytes() {
        try (ShellLab lab = ShellLab.open(kind())) {
            for (String text : new String[] {"€", "x€", "xx€", "😀", "y😀", "yy😀", "yyy😀"}) {
                RunLimits limits = new RunLimits(Duration.ofSeconds(20), 256);
                ShellResult result = lab.session()
                        .run("for i in {1..200}; do printf '" + text + "'; done", limits, OutputListener.NONE);
                assertThat(result.truncated()).isTrue();
                assertThat(result.output()).doesNotContain("\uFFFD");
            }
        }
    }

    @Test
    default void aCharacterWhoseBytesComeApartIsHeardWhole() {
        try (ShellLab lab = ShellLab.open(kind())) {
            StringBuilder heard = new StringBuilder();
            ShellResult result = lab.session()
                    .run(
                            "printf '\\xe2'; sleep 0.2; printf '\\x82'; sleep 0.2; printf '\\xac\\n'",
                            ShellLab.within(10),
                            heard::append);
            assertThat(result.output()).isEqualTo("€\n");
            assertThat(heard).hasToString("€\n");
        }
    }

    @Test
    default void bytesThatAreNoTextAreReplaced() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("printf 'a\\xff\\xfeb\\0c'").output()).isEqualTo("a\uFFFD\uFFFDb\0c");
            assertThat(lab.run("head -c 50000 /dev/urandom").exitCode()).isZero();
            assertThat(lab.said("echo fine")).isEqualTo("fine");
        }
    }

    @Test
    default void outputIsHeardWhileItComes() {
        try (ShellLab lab = ShellLab.open(kind())) {
            StringBuffer heard = new StringBuffer();
            Thread runner = new Thread(() -> lab.session()
                    .run(
                            "echo early; until [ -e go ]; do sleep 0.05; done; echo late",
                            ShellLab.within(20),
                            heard::append));
            runner.start();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.toString()
                    .equals("early\n"));
            lab.write("go", "");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.toString()
                    .equals("early\nlate\n"));
            Awaitility.await().until(() -> !runner.isAlive());
        }
    }

    @Test
    default void aListenerThatFailsDoesNotDisturb() {
        try (ShellLab lab = ShellLab.open(kind())) {
            OutputListener broken = text -> {
                throw new IllegalStateException("broken listener");
            };
            assertThat(lab.session().run("echo x", ShellLab.within(10), broken).output())
                    .isEqualTo("x\n");
            assertThat(lab.said("echo y")).isEqualTo("y");
        }
    }

    @Test
    default void lateOutputOfTheBackgroundIsKeptApart() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult first = lab.run("(sleep 0.2; echo late; touch said) & echo now");
            assertThat(first.output()).isEqualTo("now\n");
            Awaitility.await()
                    .until(() -> lab.workspace().resolve("said").toFile().exists());
            ShellResult second = lab.run("echo second");
            assertThat(second.output()).isEqualTo("second\n");
            assertThat(second.lateOutput()).isEqualTo("late\n");
        }
    }

    @Test
    default void noticesOfJobsAreNotOutput() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("sleep 0.05 & echo $!").output()).matches("\\d+\n");
            ShellResult next = lab.run("wait; echo done");
            assertThat(next.output()).isEqualTo("done\n");
            assertThat(lab.run("true").lateOutput()).isEmpty();
        }
    }

    @Test
    default void aFloodFromTheBackgroundDoesNotDrownTheNextCommand() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("yes flood & p=$!");
            ShellResult result = lab.run("kill $p; wait $p 2>/dev/null; echo over", 20);
            assertThat(result.timedOut()).isFalse();
            assertThat(result.output()).endsWith("over\n");
            assertThat(lab.run("true").lateOutput().length()).isLessThan(20_000);
        }
    }

    @Test
    default void veryLongLinesPass() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("head -c 90000 /dev/zero | tr '\\0' z").output()).isEqualTo("z".repeat(90_000));
        }
    }

    @Test
    default void coloursAndCarriageReturnsStayAsTheyAre() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("printf '\\e[31mred\\e[0m\\r\\n'").output()).isEqualTo("\u001b[31mred\u001b[0m\r\n");
        }
    }

    @Test
    default void durationsAreMeasured() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.run("sleep 0.3").duration()).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
        }
    }
}
