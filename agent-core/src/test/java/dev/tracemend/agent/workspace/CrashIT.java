package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process is killed (SIGKILL) at 200 random points of applying and undoing a change of 20 files. */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int KILLS = 200;
    /** Processes that are starting while another is killed. */
    private static final int AHEAD = 4;

    private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    @TempDir
    private Path temp;

    private final Deque<Process> started = new ArrayDeque<>();

    @AfterEach
    void killTheRest() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void afterTheNextStartTheTreeIsWhollyBeforeOrWhollyAfter() throws Exception {
        Path reference = tree("reference", true);
        TreePicture before = TreePicture.of(reference);
        Workspace.open(reference, config()).write(CrashVictim.change());
        TreePicture after = TreePicture.of(reference);

        Random random = new Random(20_261_121);
        int cutOff = 0;
        int wereAfter = 0;
        Deque<Path> trees = new ArrayDeque<>();
        for (int i = 0; i < AHEAD; i++) {
            trees.addLast(tree("tree" + i, i % 2 == 0));
            begin(trees.getLast());
        }
        for (int i = 0; i < KILLS; i++) {
            Path root = trees.removeFirst();
            killAt(started.removeFirst(), (long) (random.nextDouble() * LATEST_NANOS));

            Workspace next = Workspace.open(root, config());
            TreePicture now = TreePicture.of(root);
            assertThat(now).as("kill %d", i).isIn(before, after);
            if (now.equals(after)) {
                wereAfter++;
                assertThat(next.undo()).isPresent();
                assertThat(TreePicture.of(root)).as("undo after kill %d", i).isEqualTo(before);
            }
            cutOff += next.recovered().isPresent() ? 1 : 0;
            if (i + AHEAD < KILLS) {
                trees.addLast(root);
                begin(root);
            }
        }
        LOG.info("{} kills: {} in the middle of a change, {} trees were after", KILLS, cutOff, wereAfter);
        assertThat(cutOff).as("kills in the middle of a change").isGreaterThan(KILLS / 10);
    }

    /** Trees are with and without git in turn, so that both places of the journal are killed. */
    private Path tree(String name, boolean git) throws IOException {
        Path root = Files.createDirectories(temp.resolve(name));
        if (git) {
            new GitSandbox(root);
        }
        CrashVictim.plant(root);
        return root;
    }

    private void begin(Path root) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                classPath(),
                CrashVictim.class.getName(),
                root.toString(),
                temp.resolve("state").toString());
        started.addLast(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Without a logging library: setting that up would take longer than the change. */
    private static String classPath() {
        return Stream.of(CrashVictim.class, Workspace.class, Logger.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void killAt(Process victim, long nanos) throws IOException, InterruptedException {
        assertThat(victim.getInputStream().read()).as("the victim is ready").isEqualTo('r');
        victim.getOutputStream().write('g');
        victim.getOutputStream().flush();
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        victim.destroyForcibly();
        assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).as("killed, not failed").isEqualTo(128 + 9);
    }

    private WorkspaceConfig config() {
        return WorkspaceConfig.of(temp.resolve("state"));
    }
}
