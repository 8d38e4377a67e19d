package dev.tracemend.bench.repair;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of this process and of its children and theirs, from now on. The children are looked at several times a second,
 * since a sandbox does not hand on what the processes in it took.
 */
final class CpuClock implements AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;
    private static final long EVERY_MILLIS = 200;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cpu-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Double> children = new ConcurrentHashMap<>();
    private final double ownBefore = own();
    private final double endedBefore = ended();

    CpuClock() {
        looks.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Seconds so far; of children that have ended at least what was seen last. */
    double seconds() {
        look();
        double seen =
                children.values().stream().mapToDouble(Double::doubleValue).sum();
        return own() - ownBefore + Math.max(seen, ended() - endedBefore);
    }

    private void look() {
        ProcessHandle.current().descendants().forEach(child -> child.info()
                .totalCpuDuration()
                .ifPresent(took -> children.merge(child.pid(), seconds(took), Math::max)));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double own() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    /** What the children took that have ended and were waited for. */
    private static double ended() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException otherSystem) {
            return 0;
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
