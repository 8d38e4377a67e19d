package dev.tracemend.cli.stack;

import dev.tracemend.cli.CommandFailure;
import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The Spark job in a JVM of its own: its jars lie apart and are loaded only when asked for, and when it runs out of
 * memory the broker and the page live on. Its output goes to {@code spark.log} in its data folder.
 */
public final class SparkProcess implements AutoCloseable {
    private static final String MAIN = "dev.tracemend.streams.spark.SparkWindowJob";
    /** Of the environment; the prefix of topics is read from there by whatever names one. */
    static final Set<String> HANDED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "KAFKA_TOPIC_PREFIX");

    private static final long START_SECONDS = 90;
    private static final String READY = "spark windows running";
    private static final String WARM = "spark windows warm";

    private final Process process;

    private SparkProcess(Process process) {
        this.process = process;
    }

    /** Starts the job and waits until its query runs. */
    public static SparkProcess start(String bootstrap, Path data) {
        return start(bootstrap, data, WindowRules.DEFAULT, "");
    }

    /** As above, with rules of one's own; {@code grouping} is the file that those for grouping came from, or empty. */
    public static SparkProcess start(String bootstrap, Path data, WindowRules rules, String grouping) {
        try {
            Files.createDirectories(data.resolve("tmp"));
            Path log = data.resolve("spark.log");
            Files.deleteIfExists(log);
            Process process = builder(bootstrap, data, rules, grouping)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            SparkProcess spark = new SparkProcess(process);
            spark.await(READY, log);
            return spark;
        } catch (IOException e) {
            throw new UncheckedIOException("the Spark job cannot be started in " + data, e);
        }
    }

    private static ProcessBuilder builder(String bootstrap, Path data, WindowRules rules, String grouping)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(JvmFlags.openedForSpark());
        command.add("-Dtracemend.starter=" + ProcessHandle.current().pid());
        command.add("-Djava.io.tmpdir=" + data.resolve("tmp"));
        command.add("-Dspark.local.dir=" + data.resolve("tmp"));
        command.addAll(List.of("-cp", classPath(), MAIN));
        command.addAll(List.of(
                "--bootstrap",
                bootstrap,
                "--checkpoint",
                data.resolve("checkpoint").toString(),
                "--window-ms",
                Long.toString(rules.quiet().toMillis()),
                "--max-window-ms",
                Long.toString(rules.max().toMillis()),
                "--watermark-ms",
                Long.toString(rules.lateness().toMillis()),
                "--max-lines",
                Integer.toString(rules.linesBefore()),
                "--emit",
                rules.emit().name()));
        if (!grouping.isEmpty()) {
            command.addAll(
                    List.of("--grouping", Path.of(grouping).toAbsolutePath().toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(HANDED_ON);
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private static String classPath() throws IOException {
        Path installed = Home.path().resolve("spark.classpath");
        if (Files.isRegularFile(installed)) {
            return Files.readString(installed).strip();
        }
        Path module = Home.path().resolve("stream-jobs").resolve("target");
        Path file = module.resolve("spark.classpath");
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.configuration(
                    "Spark's class path is not there (" + file + "); build it with `mvn -q package -DskipTests`");
        }
        return module.resolve("classes")
                + java.io.File.pathSeparator
                + Files.readString(file).strip();
    }

    /** Waits until the first batch, by far the slowest, is done; some record must have been published. */
    public void awaitWarm(Path data) {
        try {
            await(WARM, data.resolve("spark.log"));
        } catch (IOException e) {
            throw new UncheckedIOException("the Spark job's log cannot be read", e);
        }
    }

    private void await(String word, Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            if (Files.readString(log).contains(word)) {
                return;
            }
            if (exited(200)) {
                throw CommandFailure.failed("the Spark job ended with " + process.exitValue() + "; see " + log);
            }
        }
        close();
        throw CommandFailure.failed("the Spark job was not running after " + START_SECONDS + " s; see " + log);
    }

    private boolean exited(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Fails when the job has ended by itself. */
    public void check() {
        if (!process.isAlive()) {
            throw CommandFailure.failed("the Spark job ended with " + process.exitValue() + "; see its spark.log");
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!exited(TimeUnit.SECONDS.toMillis(20))) {
            process.destroyForcibly();
        }
    }
}
