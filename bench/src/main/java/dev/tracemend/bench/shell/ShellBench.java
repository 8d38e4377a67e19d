package dev.tracemend.bench.shell;

import dev.tracemend.agent.shell.OutputListener;
import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.SandboxKind;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.shell.Shells;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shell}: round trips of {@code true}, the start of a session, and 20 MB of output, in a sandbox. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "Round trips, start and output of shell sessions, against bash -c for every command.")
public final class ShellBench implements Callable<Integer> {
    @Option(names = "--sandbox", defaultValue = "local", description = "local, bubblewrap or docker; default local")
    private String sandbox = "local";

    @Option(names = "--image", defaultValue = ShellSettings.DEFAULT_IMAGE, description = "image for docker")
    private String image = ShellSettings.DEFAULT_IMAGE;

    @Option(names = "--rounds", defaultValue = "1000", description = "how many commands; default 1000")
    private int rounds = 1000;

    /**
     * What was measured, in milliseconds.
     *
     * @param commands round trips of {@code true} in one session
     * @param processes {@code bash -c true}, a process each
     * @param starts the opening of a session
     * @param megabytes the output of 20 MB
     */
    record Figures(double[] commands, double[] processes, double[] starts, double[] megabytes) {}

    @Override
    public Integer call() throws Exception {
        Figures figures = measure(SandboxKind.of(sandbox), image, rounds);
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                Locale.ROOT,
                "sandbox %s, %d rounds, load %.1f on %d cores%n",
                sandbox,
                rounds,
                load,
                Runtime.getRuntime().availableProcessors());
        print("round trip of `true` in a session", figures.commands());
        print("`bash -c true`, a process each", figures.processes());
        print("start of a session", figures.starts());
        print("20 MB of output", figures.megabytes());
        return 0;
    }

    static Figures measure(SandboxKind kind, String image, int rounds) throws IOException, InterruptedException {
        Path workspace = Files.createTempDirectory("shell-bench");
        ShellSettings settings = ShellSettings.of(kind, workspace).withImage(image);
        double[] starts = new double[Math.max(3, rounds / 100)];
        for (int i = 0; i < starts.length; i++) {
            long from = System.nanoTime();
            ShellSession session = Shells.open(settings);
            starts[i] = since(from);
            session.close();
        }
        try (ShellSession session = Shells.open(settings)) {
            repeat(session, "true", rounds / 5);
            double[] commands = repeat(session, "true", rounds);
            double[] megabytes = repeat(session, "head -c 20000000 /dev/zero | tr '\\0' x", 5);
            return new Figures(commands, processes(rounds / 5), starts, megabytes);
        } finally {
            Files.delete(workspace);
        }
    }

    private static double[] repeat(ShellSession session, String command, int rounds) {
        double[] took = new double[Math.max(1, rounds)];
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            session.run(command, RunLimits.defaults(), OutputListener.NONE);
            took[i] = since(from);
        }
        return took;
    }

    private static double[] processes(int rounds) throws IOException, InterruptedException {
        double[] took = new double[Math.max(1, rounds)];
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            new ProcessBuilder(List.of("bash", "-c", "true")).start().waitFor();
            took[i] = since(from);
        }
        return took;
    }

    private static double since(long from) {
        return (System.nanoTime() - from) / 1e6;
    }

    private static void print(String what, double[] took) {
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %8.2f ms  p95 %8.2f ms  p99 %8.2f ms%n",
                what,
                quantile(took, 0.5),
                quantile(took, 0.95),
                quantile(took, 0.99));
    }

    static double quantile(double[] took, double share) {
        double[] sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
