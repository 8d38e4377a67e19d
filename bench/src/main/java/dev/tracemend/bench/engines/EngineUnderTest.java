package dev.tracemend.bench.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An engine in a process of its own, with its state in a folder: started, killed, started again, measured. */
final class EngineUnderTest implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final EngineKind kind;
    private final String bootstrap;
    private final String topic;
    private final Path folder;
    private Process process;
    private Path log;
    private int starts;

    private EngineUnderTest(EngineKind kind, String bootstrap, String topic, Path folder) throws IOException {
        this.kind = kind;
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.folder = Files.createDirectories(folder);
        this.log = folder.resolve("none");
        this.process = launch();
    }

    /** Starts it with its state in a new folder and waits until it runs; {@code topic} is the short name. */
    static EngineUnderTest start(EngineKind kind, String bootstrap, String topic, Path folder) throws IOException {
        return new EngineUnderTest(kind, bootstrap, topic, folder);
    }

    /** Starts it again, on the same state. */
    void again() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        starts++;
        log = folder.resolve("engine-" + starts + ".log");
        Files.createDirectories(folder.resolve("tmp"));
        Process started = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        String ready = kind == EngineKind.spark ? "spark windows running" : "engine started";
        long end = System.nanoTime() + PATIENCE;
        while (!said().contains(ready)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(kind + " did not start; it said:\n" + said());
            }
            LockSupport.parkNanos(50_000_000);
        }
        return started;
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        command.add("-Dlog4j2.level=WARN");
        String own = System.getProperty("java.class.path");
        switch (kind) {
            case kstreams ->
                command.addAll(List.of(
                        "-Xmx256m",
                        "-cp",
                        own,
                        EngineHost.class.getName(),
                        bootstrap,
                        folder.resolve("state").toString(),
                        "bench-" + folder.getFileName()));
            case spark -> command.addAll(spark());
            case plain ->
                command.addAll(List.of(
                        "-Xmx256m",
                        "-cp",
                        own,
                        PlainWindows.class.getName(),
                        bootstrap,
                        "logs.raw." + topic,
                        "plain." + topic));
        }
        return command;
    }

    private List<String> spark() throws IOException {
        Path module = Path.of(System.getProperty("tracemend.home", ""), "stream-jobs", "target");
        String classPath = module.resolve("classes")
                + java.io.File.pathSeparator
                + Files.readString(module.resolve("spark.classpath")).strip();
        return List.of(
                "-Xmx1g",
                "-cp",
                classPath,
                "dev.tracemend.streams.spark.SparkWindowJob",
                "--bootstrap",
                bootstrap,
                "--checkpoint",
                folder.resolve("checkpoint").toString(),
                "--idle-ms",
                "3600000");
    }

    /** An IllegalStateException tells what it said last, should it have ended by itself. */
    void requireRunning() {
        if (!process.isAlive()) {
            throw new IllegalStateException(kind + " has ended; it said:\n" + said());
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far, in nanoseconds. */
    long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(kind + " has ended; see " + log))
                .toNanos();
    }

    /** Resident memory now, in megabytes. */
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
