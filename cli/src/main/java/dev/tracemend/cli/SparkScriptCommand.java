package dev.tracemend.cli;

import dev.tracemend.cli.stack.Home;
import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the command that sends the windows to a Spark cluster: the thin job's jar and the jars Spark does not bring. */
@Command(
        name = "spark-script",
        description = "Prints the spark-submit command for the windows (a Java job) on your cluster.",
        mixinStandardHelpOptions = true)
final class SparkScriptCommand implements Callable<Integer> {
    private static final String MAIN = "dev.tracemend.streams.spark.SparkWindowJob";
    /** What of the job's class path no installation of Spark has. */
    private static final List<String> SHIPPED = List.of(
            "contracts-",
            "logs-",
            "spark-sql-kafka-",
            "spark-token-provider-kafka-",
            "kafka-clients-",
            "commons-pool2-");

    private static final Pattern MASTER = Pattern.compile("(?:spark|k8s)://.+|yarn|local(?:\\[.+\\])?");

    /** Where the driver runs. */
    enum DeployMode {
        client,
        cluster
    }

    @Option(names = "--bootstrap", description = "Kafka as the cluster reaches it (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--master", description = "spark://…, k8s://… or yarn (default: ${DEFAULT-VALUE})")
    private String master = "spark://localhost:7077";

    @Option(names = "--deploy-mode", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private DeployMode mode = DeployMode.cluster;

    @Option(
            names = "--checkpoint",
            description =
                    "folder that every executor can write: hdfs://…, s3a://…, a shared one (default: ${DEFAULT-VALUE})")
    private String checkpoint = "/workspace/.tracemend/spark-windows";

    @Option(names = "--emit", description = "${COMPLETION-CANDIDATES}, as of `windows` (default: ${DEFAULT-VALUE})")
    private WindowRules.Emit emit = WindowRules.Emit.closed;

    @Option(
            names = "--grouping",
            paramLabel = "FILE",
            description = "rules that group otherwise, as of `windows`; where the driver runs")
    private String grouping = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Path home;

    SparkScriptCommand() {
        this(Home.path());
    }

    SparkScriptCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        if (!MASTER.matcher(master).matches()) {
            throw CommandFailure.configuration("--master " + master
                    + " is no cluster of Spark; expected spark://HOST:PORT, k8s://HOST:PORT, yarn or local[N]");
        }
        Path target = home.resolve("stream-jobs").resolve("target");
        spec.commandLine().getOut().println(script(jar(target), shipped(target)));
        return ExitCode.DONE.code();
    }

    private String script(Path jar, List<String> jars) {
        return String.join(
                " \\\n  ",
                "spark-submit",
                "--master " + quoted(master) + " --deploy-mode " + mode,
                "--class " + MAIN,
                "--jars " + quoted(String.join(",", jars)),
                "--conf spark.sql.shuffle.partitions=4",
                quoted(jar.toString()),
                "--bootstrap " + quoted(bootstrap) + " --checkpoint " + quoted(checkpoint) + " --emit " + emit
                        + (grouping.isEmpty() ? "" : " --grouping " + quoted(grouping)));
    }

    private static Path jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("stream-jobs-[^-]+(?:-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(target));
        } catch (IOException e) {
            throw notBuilt(target);
        }
    }

    private static List<String> shipped(Path target) {
        Path file = target.resolve("spark.classpath");
        if (!Files.isRegularFile(file)) {
            throw notBuilt(target);
        }
        try {
            return Stream.of(Files.readString(file).strip().split(java.io.File.pathSeparator))
                    .filter(path -> SHIPPED.stream()
                            .anyMatch(name ->
                                    Path.of(path).getFileName().toString().startsWith(name)))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandFailure notBuilt(Path target) {
        return CommandFailure.configuration(
                "the job's jar is not in " + target + "; build it with `mvn -q package -DskipTests`");
    }

    /** Single quotes for a shell, only where one would read more into the text. */
    private static String quoted(String text) {
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
