package dev.tracemend.bench.status;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's process, and what the system and it itself tell of it. */
final class StatusUnderTest implements AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private final Process process;
    private final BufferedReader out;
    private final URI address;

    private StatusUnderTest(Process process, BufferedReader out, URI address) {
        this.process = process;
        this.out = out;
        this.address = address;
    }

    /** Starts it with its state in a folder. */
    static StatusUnderTest start(String bootstrap, Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Dlog4j2.level=WARN",
                "-cp",
                System.getProperty("java.class.path"),
                StatusHost.class.getName(),
                bootstrap,
                folder.toString()));
        Path log = folder.resolveSibling("status.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // All requests come from one client.
        builder.environment().put("TRACEMEND_REQUESTS_PER_SECOND", "1000000");
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("serves at ")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the status server did not start:\n" + Files.readString(log));
        }
        return new StatusUnderTest(process, out, URI.create(line.substring("serves at ".length())));
    }

    URI address() {
        return address;
    }

    /** Processor time so far. */
    long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the status server has ended"))
                .toNanos();
    }

    /** {@code VmRSS} for now, {@code VmHWM} for the most so far; megabytes. */
    long memory(String which) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(which + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a full collection leaves in its heap, in megabytes. */
    double liveHeap() throws IOException {
        process.getOutputStream().write('h');
        process.getOutputStream().flush();
        String line = out.readLine();
        if (line == null || !line.startsWith("heap ")) {
            throw new IllegalStateException("the status server has ended");
        }
        return Long.parseLong(line.substring("heap ".length())) / (double) MEGABYTE;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
