package dev.tracemend.bench.repair;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** CPU time of this process and of the children it has had. */
final class CpuClock {
    private static final double TICKS_PER_SECOND = 100;

    private CpuClock() {}

    /** Seconds so far; children count once they have ended, which is waited for a little. */
    static double seconds() {
        ProcessHandle.current().children().forEach(CpuClock::await);
        long own =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getProcessCpuTime()
                        : 0;
        return own / 1e9 + children();
    }

    private static void await(ProcessHandle child) {
        try {
            child.onExit().get(Duration.ofSeconds(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException lives) {
            // it counts when it has ended
        }
    }

    private static double children() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException otherSystem) {
            return 0;
        }
    }
}
