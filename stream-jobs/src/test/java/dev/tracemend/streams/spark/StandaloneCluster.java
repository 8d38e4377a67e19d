package dev.tracemend.streams.spark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real master and worker of Spark's own, from the jars of the build; what an installation has is in its jars folder. */
final class StandaloneCluster implements AutoCloseable {
    private static final List<String> NOT_SPARKS =
            List.of("contracts-", "logs-", "kafka-", "spark-sql-kafka-", "spark-token-provider-", "commons-pool2-");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Three JVMs start one after the other, each with all of Spark. */
    private static final Duration STARTING = Duration.ofSeconds(300);

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> shipped = new ArrayList<>();
    private final int port;

    StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
        String classPath =
                Files.readString(Path.of("target", "spark.classpath")).strip();
        for (String each : classPath.split(java.io.File.pathSeparator)) {
            Path jar = Path.of(each).toAbsolutePath();
            String name = jar.getFileName().toString();
            if (NOT_SPARKS.stream().anyMatch(name::startsWith)) {
                shipped.add(jar.toString());
            } else {
                Files.createSymbolicLink(jars.resolve(name), jar);
            }
        }
        shipped.removeIf(jar -> jar.contains("kafka-streams"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--webui-port",
                "0");
        await().atMost(PATIENCE).until(() -> log("master").contains("I have been elected leader"));
        start(
                "worker",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "-c",
                "3",
                "-m",
                "3G",
                "--work-dir",
                folder.resolve("work").toString(),
                "spark://127.0.0.1:" + port);
        await().atMost(PATIENCE).until(() -> log("worker").contains("Successfully registered"));
    }

    /** Sends the job as spark-submit does. */
    Process submit(String mode, String bootstrap, Path checkpoint) throws IOException {
        Path jar;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(f -> f.getFileName().toString().matches("stream-jobs-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        return start(
                "submit-" + mode,
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "spark://127.0.0.1:" + port,
                "--deploy-mode",
                mode,
                "--class",
                SparkWindowJob.class.getName(),
                "--jars",
                String.join(",", shipped),
                "--driver-memory",
                "512m",
                "--executor-memory",
                "512m",
                "--total-executor-cores",
                "1",
                "--conf",
                "spark.sql.shuffle.partitions=1",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                jar.toAbsolutePath().toString(),
                "--bootstrap",
                bootstrap,
                "--checkpoint",
                checkpoint.toUri().toString());
    }

    /** Waits until the query has begun, wherever its driver is; a job that has not started cannot be late. */
    void awaitWindows() {
        await().atMost(STARTING).until(() -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(f -> f.endsWith("stderr") || f.endsWith("submit-client.log"))
                        .anyMatch(StandaloneCluster::runs);
            }
        });
    }

    private static boolean runs(Path log) {
        try {
            return Files.readString(log).contains("spark windows running");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process said; for a driver in the cluster, what it said under the worker. */
    String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    String driverLogs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            for (Path file : files.filter(f -> f.endsWith("stderr")).toList()) {
                String text = Files.readString(file);
                all.append(file).append('\n').append(text.substring(Math.max(0, text.length() - 3_000)));
            }
        }
        return all.toString();
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("home").resolve("jars") + "/*",
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        for (int i = processes.size() - 1; i >= 0; i--) {
            List<ProcessHandle> below = processes.get(i).descendants().toList();
            processes.get(i).destroy();
            processes.get(i).waitFor(10, java.util.concurrent.TimeUnit.SECONDS);
            below.forEach(ProcessHandle::destroyForcibly);
            processes.get(i).destroyForcibly().waitFor();
        }
    }
}
