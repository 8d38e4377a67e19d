package dev.tracemend.bench.status;

import dev.tracemend.status.StatusConfig;
import dev.tracemend.status.StatusServer;
import java.io.IOException;
import java.nio.file.Path;

/** The status server in a process of its own; ends with its input, and tells its live heap for each byte of it. */
final class StatusHost {
    private StatusHost() {}

    /** Arguments: bootstrap, folder for state. */
    public static void main(String[] args) throws IOException {
        try (StatusServer server = StatusServer.start(StatusConfig.of(args[0], "127.0.0.1", 0, Path.of(args[1]), ""))) {
            System.out.println("serves at " + server.url());
            while (System.in.read() >= 0) {
                System.out.println("heap " + heap());
            }
        }
        System.exit(0);
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
