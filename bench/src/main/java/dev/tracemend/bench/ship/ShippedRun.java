package dev.tracemend.bench.ship;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command to its end and counts what it took. A shell around it prints the processor time of its children when they
 * have ended, start and end included; memory is the most that any of them had.
 */
final class ShippedRun {
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*$");
    private static final int LOOK_MS = 25;

    private final List<String> command;
    private final Path work;

    ShippedRun(List<String> command, Path work) {
        this.command = command;
        this.work = work;
    }

    /**
     * What a run took.
     *
     * @param cpuSeconds user and system, of all its processes
     * @param wallSeconds from its start to its end, or until it was done
     * @param peakMegabytes resident memory at its most
     * @param load runnable processes on the machine, averaged over a minute, at the end
     */
    record Cost(double cpuSeconds, double wallSeconds, long peakMegabytes, double load) {}

    /** Runs until it ends by itself, or is done and told to end. */
    Cost run(boolean endsByItself, BooleanSupplier done) throws IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\"; code=$?; times; exit $code", "sh"));
        timed.addAll(command);
        Path output = work.resolve("output.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(timed).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        double wall = 0;
        long peak = 0;
        try {
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, process.descendants().mapToLong(ShippedRun::peak).max().orElse(0));
                if (!endsByItself && wall == 0 && done.getAsBoolean()) {
                    wall = (System.nanoTime() - start) / 1e9;
                    process.descendants().forEach(ProcessHandle::destroy);
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
        }
        wall = wall == 0 ? (System.nanoTime() - start) / 1e9 : wall;
        String text = Files.readString(output, StandardCharsets.UTF_8);
        if (endsByItself && process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + text);
        }
        return new Cost(cpuSeconds(text), wall, peak / 1024, load());
    }

    private static double cpuSeconds(String text) {
        Matcher times = TIMES.matcher(text);
        if (!times.find()) {
            throw new IllegalStateException("the shell told no times:\n" + text);
        }
        double user = Integer.parseInt(times.group(1)) * 60 + Double.parseDouble(times.group(2));
        return user + Integer.parseInt(times.group(3)) * 60 + Double.parseDouble(times.group(4));
    }

    private static long peak(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            // It has just ended.
            return 0;
        }
    }

    private static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }
}
