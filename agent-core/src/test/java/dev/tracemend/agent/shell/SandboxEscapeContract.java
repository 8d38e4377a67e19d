package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a command tries that means harm, and that must not succeed, in every sandbox that confines. */
interface SandboxEscapeContract {
    SandboxKind kind();

    /** A name and a command that prints {@code ESCAPED} if it succeeds. */
    record Attempt(String name, String command) {
        static Attempt of(String name, String command) {
            return new Attempt(name, command);
        }
    }

    /** Attempts that a single command shows. */
    static Stream<Attempt> attempts() {
        return Stream.of(
                Attempt.of("writes a file into the root", "echo x > /escape && echo ESCAPED"),
                Attempt.of("writes into /usr", "echo x > /usr/bin/escape && echo ESCAPED"),
                Attempt.of("writes into /etc", "echo x >> /etc/passwd && echo ESCAPED"),
                Attempt.of(
                        "removes a system file",
                        "rm -f /etc/hostname /bin/ls /usr/bin/env 2>&1; ls /usr/bin/env >/dev/null || echo ESCAPED"),
                Attempt.of("writes beside the workspace", "echo x > ../tm-escape-probe; true"),
                Attempt.of(
                        "writes through a link out of the workspace",
                        "ln -s /etc link; echo x > link/escape && echo ESCAPED"),
                Attempt.of(
                        "makes a hard link to a system file",
                        "ln /etc/passwd stolen && echo y >> stolen && echo ESCAPED"),
                Attempt.of("makes the system writable again", "mount -o remount,rw / && echo ESCAPED"),
                Attempt.of("mounts something", "mkdir m; mount -t tmpfs none m && echo ESCAPED"),
                Attempt.of(
                        "mounts in a namespace of its own",
                        "unshare -rm sh -c 'mount -o remount,rw /usr && touch /usr/escape' && echo ESCAPED"),
                Attempt.of("unmounts what hides the host", "umount -l /tmp && echo ESCAPED"),
                Attempt.of("makes a device of the disk", "mknod disk b 254 0 && head -c 16 disk && echo ESCAPED"),
                Attempt.of(
                        "reads the disk",
                        "for d in /dev/vda /dev/sda /dev/nvme0n1; do head -c 16 $d >/dev/null && echo ESCAPED; done"),
                Attempt.of("reads memory", "head -c 16 /dev/mem || head -c 16 /proc/kcore && echo ESCAPED"),
                Attempt.of("reads shadow passwords", "grep -q : /etc/shadow && [ -n \"$REAL\" ] && echo ESCAPED"),
                Attempt.of("reads another home", "ls -d /home/* /root/.ssh /root/.bash_history && echo ESCAPED"),
                Attempt.of(
                        "reads keys of home",
                        "cat ~/.ssh/id_* ~/.aws/credentials ~/.m2/settings.xml ~/.netrc && echo ESCAPED"),
                Attempt.of(
                        "talks to the docker engine",
                        "for s in /var/run/docker.sock /run/docker.sock; do [ -S $s ] && echo ESCAPED; done"),
                Attempt.of(
                        "finds sockets of the system",
                        "find /run /var/run -type s 2>/dev/null | grep -q . && echo ESCAPED"),
                Attempt.of(
                        "changes the core pattern", "echo '|/bin/sh' > /proc/sys/kernel/core_pattern && echo ESCAPED"),
                Attempt.of("asks the kernel to restart", "echo x > /proc/sysrq-trigger && echo ESCAPED"),
                Attempt.of("changes a kernel setting", "echo 0 > /proc/sys/kernel/randomize_va_space && echo ESCAPED"),
                Attempt.of(
                        "reads the environment of the first process",
                        "tr '\\0' '\\n' < /proc/1/environ | grep -q HOST_SECRET && echo ESCAPED"),
                Attempt.of(
                        "looks through the root of the first process",
                        "ls /proc/1/root/home/* /proc/1/root/root/.ssh && echo ESCAPED"),
                Attempt.of(
                        "looks at the workspace's neighbours through /proc",
                        "ls /proc/*/cwd/../tm-neighbour && echo ESCAPED"),
                Attempt.of(
                        "sees processes of the host",
                        "for c in /proc/[0-9]*/cmdline; do tr '\\0' ' ' < $c; done 2>/dev/null | grep -q '[s]urefire' && echo ESCAPED"),
                Attempt.of("reaches a name server", "timeout 3 bash -c 'echo > /dev/tcp/1.1.1.1/53' && echo ESCAPED"),
                Attempt.of("sends a datagram", "timeout 3 bash -c 'echo x > /dev/udp/8.8.8.8/53' && echo ESCAPED"),
                Attempt.of(
                        "has an interface but loopback",
                        "grep -v -E '^ *lo:|Inter|face' /proc/net/dev | grep -E ' [1-9][0-9]+ ' && echo ESCAPED"),
                Attempt.of(
                        "joins the host's namespaces",
                        "nsenter -t 1 -m -n -p true && nsenter -t 1 -n cat /proc/net/dev | grep -q eth && echo ESCAPED"),
                Attempt.of(
                        "leaves its root",
                        "mkdir r; chroot r / && echo ESCAPED; chroot /proc/1/root ls /home/* && echo ESCAPED"),
                Attempt.of(
                        "takes capabilities",
                        "grep CapEff /proc/self/status | grep -qv 0000000000000000 && echo ESCAPED"),
                Attempt.of(
                        "puts a limit up",
                        "ulimit -f unlimited && head -c 5000000 /dev/zero > big && [ $(stat -c %s big) -gt 2000000 ] && echo ESCAPED"),
                Attempt.of(
                        "changes its control group",
                        "echo max > /sys/fs/cgroup/pids/pids.max && echo ESCAPED; ls /sys/fs/cgroup/*/tracemend-* && echo max > /sys/fs/cgroup/pids/*/pids.max && echo ESCAPED"),
                Attempt.of(
                        "traces the first process",
                        "gdb -p 1 -batch 2>&1 | grep -q 'Attaching.*done' && echo ESCAPED; head -c 1 /proc/1/mem && echo ESCAPED"),
                Attempt.of(
                        "loads a kernel module",
                        "insmod x.ko && echo ESCAPED; modprobe loop 2>/dev/null && ls /lib/modules/*/build && echo ESCAPED"),
                Attempt.of("fills shared memory", "head -c 100000000 /dev/zero > /dev/shm/f && echo ESCAPED"),
                Attempt.of(
                        "fills the temporary folder",
                        "for i in 1 2 3 4 5 6 7 8 9; do head -c 1000000 /dev/zero > /tmp/$i || exit 0; done; for i in {10..60}; do head -c 1000000 /dev/zero > /tmp/$i || exit 0; done; echo ESCAPED"),
                Attempt.of("sets the clock", "date -s '2001-01-01' >/dev/null && echo ESCAPED"),
                Attempt.of("sets the host's name", "echo escaped > /proc/sys/kernel/hostname && echo ESCAPED"));
    }

    static ShellLimits small() {
        return new ShellLimits(1L << 30, 64, Duration.ofMinutes(1), 1 << 20, 16 << 20, 1L << 30);
    }

    @TestFactory
    default Stream<DynamicTest> doesNotSucceed() {
        return attempts()
                .map(attempt -> DynamicTest.dynamicTest(attempt.name(), () -> {
                    try (ShellLab lab = ShellLab.open(kind(), small(), Map.of())) {
                        ShellResult result = lab.run("(" + attempt.command() + ") 2>&1", 15);
                        assertThat(result.output()).doesNotContain("ESCAPED");
                        assertThat(lab.workspace().resolveSibling("tm-escape-probe"))
                                .doesNotExist();
                        assertThat(Path.of("/escape")).doesNotExist();
                        assertThat(lab.said("echo alive")).isEqualTo("alive");
                    }
                }));
    }

    @Test
    default void aServerOfTheHostIsNotReached() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("timeout 3 bash -c 'echo > /dev/tcp/127.0.0.1/" + server.getLocalPort() + "'");
            assertThat(result.exitCode()).isNotZero();
        }
    }

    @Test
    default void aProcessOfTheHostIsNotKilled() throws IOException {
        Process victim = new ProcessBuilder("sleep", "60").start();
        try (ShellLab lab = ShellLab.open(kind())) {
            lab.run(
                    "kill -9 " + victim.pid() + "; kill -9 $PPID; for p in /proc/[0-9]*; do kill -0 ${p#/proc/}; done",
                    5);
            lab.run("kill -9 -1", 5);
            // It may take the container with it, which ends the next command too.
            Awaitility.await().until(() -> lab.said("echo alive").equals("alive"));
            assertThat(victim.isAlive()).isTrue();
        } finally {
            victim.destroyForcibly();
        }
    }

    @Test
    default void aFileOfTheHostIsNotSeen() throws IOException {
        Path outside = Files.createTempDirectory("shell-outside");
        Path secret = Files.writeString(outside.resolve("secret"), "HOST_SECRET");
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("cat " + secret + "; ln -s " + secret + " s; cat s; echo x > " + secret);
            assertThat(result.output()).doesNotContain("HOST_SECRET");
            assertThat(secret).hasContent("HOST_SECRET");
        } finally {
            Files.delete(secret);
            Files.delete(outside);
        }
    }

    @Test
    default void aForkBombEndsAndTheSessionLives() {
        try (ShellLab lab = ShellLab.open(kind(), small(), Map.of())) {
            ShellResult result = lab.run("bomb() { bomb | bomb & }; bomb 2>/dev/null; sleep 20", 5);
            assertThat(result.duration()).isLessThan(Duration.ofSeconds(15));
            Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> lab.run("echo alive", 5)
                    .output()
                    .contains("alive"));
        }
    }

    @Test
    default void hungerForMemoryIsStopped() {
        ShellLimits limits = new ShellLimits(200L << 20, 64, Duration.ofMinutes(1), 1 << 20, 16 << 20, 1L << 30);
        try (ShellLab lab = ShellLab.open(kind(), limits, Map.of())) {
            ShellResult result = lab.run("x=$(head -c 2000000000 /dev/zero | tr '\\0' x); echo ${#x}", 30);
            assertThat(result.output()).doesNotContain("2000000000");
            assertThat(lab.said("echo alive")).isEqualTo("alive");
        }
    }

    @Test
    default void nothingOfTheSessionOutlivesItsShell() {
        ShellLab lab = ShellLab.open(kind());
        lab.run(
                "(setsid env -i bash -c 'while :; do date +%s%N > alive; sleep 0.02; done' &) ; until [ -s alive ]; do :; done");
        lab.run("exit 0");
        String before = lab.file("alive");
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        assertThat(lab.file("alive")).isEqualTo(before);
        lab.close();
    }

    @Test
    default void nothingOfOurEnvironmentIsSeen() {
        try (ShellLab lab = ShellLab.open(kind())) {
            ShellResult result = lab.run("env; tr '\\0' '\\n' < /proc/$PPID/environ");
            assertThat(result.output()).doesNotContainPattern("(?i)(key|token|secret|password)[a-z_]*=.+");
        }
    }
}
