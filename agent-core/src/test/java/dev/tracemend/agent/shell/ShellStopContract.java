package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How commands are ended that do not end by themselves; the same in every sandbox. */
interface ShellStopContract {
    SandboxKind kind();

    @Test
    default void aTimeOutKeepsTheSessionAndWhatWasSaid() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("kept=1; mkdir sub; cd sub");
            ShellResult result = lab.run("echo before; sleep 100; echo after", 0.5);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.output()).isEqualTo("before\n");
            assertThat(result.sessionEnded()).isFalse();
            assertThat(result.exitCode()).isEqualTo(130);
            assertThat(lab.said("echo $kept $PWD"))
                    .isEqualTo("1 " + lab.workspace().resolve("sub"));
        }
    }

    @Test
    default void anEndlessLoopOfBuiltInsIsEndedAndTheSessionKept() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("kept=1");
            ShellResult result = lab.run("while :; do :; done", 0.4);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.sessionEnded()).isFalse();
            assertThat(lab.said("echo $kept")).isEqualTo("1");
        }
    }

    @Test
    default void anEndlessLoopOfProgramsIsEndedAndTheSessionKept() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("kept=1");
            assertThat(lab.run("while true; do sleep 0.01; done", 0.4).timedOut())
                    .isTrue();
            assertThat(lab.run("for ((;;)); do sleep 100; done", 0.4).sessionEnded())
                    .isFalse();
            assertThat(lab.said("echo $kept")).isEqualTo("1");
        }
    }

    @Test
    default void endlessOutputIsEnded() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("yes", 0.5);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.truncated()).isTrue();
            assertThat(lab.said("echo next")).isEqualTo("next");
        }
    }

    @Test
    default void aChildThatIgnoresSignalsIsKilled() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("kept=1");
            ShellResult result =
                    lab.run("bash -c 'trap \"\" INT TERM HUP QUIT; while :; do sleep 0.05; done'; echo over", 0.4);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.duration()).isLessThan(Duration.ofSeconds(5));
            assertThat(lab.said("ps() { :; }; echo alive")).isEqualTo("alive");
            assertNobodyLeft(lab);
        }
    }

    @Test
    default void aShellThatIgnoresSignalsIsReplaced() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("mkdir d; cd d");
            ShellResult result = lab.run("trap '' INT TERM; while :; do :; done", 0.3);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.sessionEnded()).isTrue();
            assertThat(result.restarted()).isTrue();
            assertThat(result.cwd()).endsWith("/d");
            assertThat(lab.said("echo again")).isEqualTo("again");
        }
    }

    @Test
    default void grandchildrenAndChildrenInSessionsOfTheirOwnAreEnded() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("(setsid sleep 1234 &) ; bash -c 'bash -c \"sleep 1234\" & sleep 1234' & sleep 1234", 0.6);
            assertNobodyLeft(lab);
        }
    }

    @Test
    default void aTimeOutLetsEarlierBackgroundProcessesLive() {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("sleep 777 & server=$!");
            lab.run("sleep 888 & sleep 999", 0.4);
            assertThat(lab.said("kill -0 $server && echo lives")).isEqualTo("lives");
        }
    }

    @Test
    default void anInterruptEndsTheCommandAndKeepsTheSession() throws Exception {
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run("kept=1");
            CompletableFuture<ShellResult> running =
                    CompletableFuture.supplyAsync(() -> lab.run("echo begun; touch begun; sleep 100", 60));
            Awaitility.await()
                    .until(() -> lab.workspace().resolve("begun").toFile().exists());
            assertThat(lab.session().interrupt()).isTrue();
            ShellResult result = running.get();
            assertThat(result.interrupted()).isTrue();
            assertThat(result.timedOut()).isFalse();
            assertThat(result.output()).isEqualTo("begun\n");
            assertThat(result.duration()).isLessThan(Duration.ofSeconds(20));
            assertThat(lab.said("echo $kept")).isEqualTo("1");
        }
    }

    @Test
    default void anInterruptWithoutACommandDoesNothing() {
        try (ShellLab lab = ShellLab.open(kind())) {
            assertThat(lab.session().interrupt()).isFalse();
            assertThat(lab.said("echo fine")).isEqualTo("fine");
        }
    }

    @Test
    default void aProgramThatHandlesTheInterruptEndsItsOwnWay() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result =
                    lab.run("bash -c 'trap \"echo tidied; exit 7\" INT; while :; do sleep 0.02; done'", 0.5);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.output()).contains("tidied");
            assertThat(lab.said("echo next")).isEqualTo("next");
        }
    }

    @Test
    default void manyTimeOutsInARowLeaveTheMarkersInStep() {
        try (ShellLab lab = ShellLab.open(kind())) {
            for (int i = 0; i < 6; i++) {
                assertThat(lab.run("echo a" + i + "; sleep 50", 0.15).timedOut())
                        .isTrue();
                assertThat(lab.run("echo b" + i).output()).isEqualTo("b" + i + "\n");
            }
        }
    }

    @Test
    default void aCommandThatEndsAtItsTimeOutIsToldOnce() {
        try (ShellLab lab = ShellLab.open(kind())) {
            for (int i = 0; i < 5; i++) {
                lab.run("sleep 0.2", 0.2);
                assertThat(lab.run("echo c" + i).output()).isEqualTo("c" + i + "\n");
            }
        }
    }

    @Test
    default void aSecondCommandMeanwhileIsRefused() {
        try (ShellLab lab = ShellLab.open(kind())) {
            CompletableFuture<ShellResult> running =
                    CompletableFuture.supplyAsync(() -> lab.run("touch begun; sleep 100", 60));
            Awaitility.await()
                    .until(() -> lab.workspace().resolve("begun").toFile().exists());
            assertThatThrownBy(() -> lab.run("echo"))
                    .isInstanceOfSatisfying(
                            ShellException.class, e -> assertThat(e.reason()).isEqualTo(ShellException.Reason.BUSY));
            lab.session().interrupt();
            running.join();
        }
    }

    @Test
    default void closingEndsTheCommandUnderWay() {
        ShellLab lab = ShellLab.open(kind());
        CompletableFuture<ShellResult> running =
                CompletableFuture.supplyAsync(() -> lab.run("touch begun; sleep 100", 60));
        Awaitility.await().until(() -> lab.workspace().resolve("begun").toFile().exists());
        lab.session().close();
        assertThat(running.join().sessionEnded()).isTrue();
        lab.close();
    }

    @Test
    default void closingEndsEveryProcessOfTheSession() {
        ShellLab lab = ShellLab.open(kind());
        lab.run("hold() { while :; do date +%s%N > \"$1\"; sleep 0.02; done; }; "
                + "hold plain & (trap '' HUP INT TERM; hold deaf) & setsid bash -c 'while :; do date +%s%N > setsid;"
                + " sleep 0.02; done' & (nohup bash -c 'while :; do date +%s%N > nohup; sleep 0.02; done' &) ; disown -a; "
                + "until [ -s plain ] && [ -s deaf ] && [ -s setsid ] && [ -s nohup ]; do sleep 0.02; done");
        lab.session().close();
        String before = lab.file("plain") + lab.file("deaf") + lab.file("setsid") + lab.file("nohup");
        Awaitility.await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        assertThat(lab.file("plain") + lab.file("deaf") + lab.file("setsid") + lab.file("nohup"))
                .isEqualTo(before);
        lab.close();
    }

    @Test
    default void aFileIsNotLargerThanItMayBe() {
        ShellLimits small = new ShellLimits(1L << 30, 256, Duration.ofMinutes(10), 1 << 20, 16 << 20, 1L << 30);
        try (ShellLab lab = ShellLab.open(kind(), small, java.util.Map.of())) {
            assertThat(lab.run("head -c 3000000 /dev/zero > big").exitCode()).isNotZero();
            assertThat(lab.workspace().resolve("big").toFile().length()).isLessThanOrEqualTo(1 << 20);
            assertThat(lab.said("echo on")).isEqualTo("on");
        }
    }

    @Test
    default void aProcessorHogIsEndedByItsLimit() {
        ShellLimits small = new ShellLimits(1L << 30, 256, Duration.ofSeconds(1), 1 << 20, 16 << 20, 1L << 30);
        try (ShellLab lab = ShellLab.open(kind(), small, java.util.Map.of())) {
            ShellResult result = lab.run("bash -c 'while :; do :; done'", 20);
            assertThat(result.timedOut()).isFalse();
            assertThat(result.exitCode()).isGreaterThan(128);
        }
    }

    @Test
    default void aForkBombIsStoppedByTheLimitOfProcesses() {
        ShellLimits small = new ShellLimits(1L << 30, 40, Duration.ofMinutes(1), 1 << 20, 16 << 20, 1L << 30);
        try (ShellLab lab = ShellLab.open(kind(), small, java.util.Map.of())) {
            lab.run("for i in {1..400}; do sleep 60 & done 2>/dev/null; wait", 4);
            assertThat(lab.run("echo recovered", 20).output()).contains("recovered");
            assertThat(lab.run("ls /proc | grep -c '^[0-9]'").exitCode()).isZero();
        }
    }

    private static void assertNobodyLeft(ShellLab lab) {
        ShellResult result = lab.run("n=0; { for f in /proc/[0-9]*/cmdline; do "
                + "[[ $(tr '\\0' ' ' < $f) == *'sleep 1234'* ]] && n=$((n+1)); done; } 2>/dev/null; echo $n");
        assertThat(result.output()).isEqualTo("0\n");
    }
}
