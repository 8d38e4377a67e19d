package dev.tracemend.bench.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Processor time and memory of a process, as the system counts them. */
final class ProcessFigures {
    private final Process process;

    ProcessFigures(Process process) {
        this.process = process;
    }

    /** What a process took in a while: per cent of one core, resident memory and open files at its end. */
    record Phase(double cpuPercent, long residentKb, long openFiles) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f %% of a core, %d MB resident, %d descriptors",
                    cpuPercent,
                    residentKb / 1024,
                    openFiles);
        }
    }

    Phase during(Runnable what) {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        what.run();
        long wall = System.nanoTime() - start;
        return new Phase(100.0 * (cpuNanos() - cpu) / wall, residentKb(), openFiles());
    }

    private long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the tailer has ended"))
                .toNanos();
    }

    private long residentKb() {
        try {
            Optional<String> line = Files.readAllLines(proc("status")).stream()
                    .filter(each -> each.startsWith("VmRSS:"))
                    .findFirst();
            return Long.parseLong(line.orElse("VmRSS: 0 kB").replaceAll("\\D+", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long openFiles() {
        try (var descriptors = Files.list(proc("fd"))) {
            return descriptors.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }
}
