package dev.tracemend.cli;

import dev.tracemend.cli.stack.SparkProcess;
import dev.tracemend.cli.stack.StackPlan;
import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.EngineProgress;
import dev.tracemend.streams.window.WindowConfig;
import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns raw lines of all topics into contexts, until stopped. */
@Command(
        name = "windows",
        description = "Groups errors of logs.raw.* into windows of logs.ctx.*.",
        mixinStandardHelpOptions = true)
final class WindowsCommand implements Callable<Integer> {
    private static final int STILL_THERE_MS = 500;

    private final SettingsConfig settings;
    private long told;

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--engine", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private StackPlan.Engine engine = StackPlan.Engine.kstreams;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

    @Option(names = "--window", description = "quiet seconds that close a window (default: ${DEFAULT-VALUE})")
    private double window = 2;

    @Option(names = "--max-window", description = "seconds after which a storm is told (default: ${DEFAULT-VALUE})")
    private double maxWindow = 30;

    @Option(
            names = "--watermark",
            description = "seconds that a line may be late; later ones go to agent.errors (default: ${DEFAULT-VALUE})")
    private double watermark = 600;

    @Option(names = "--max-lines", description = "lines kept before an error, 0 to 40 (default: ${DEFAULT-VALUE})")
    private int maxLines = 20;

    @Option(
            names = "--emit",
            description =
                    "${COMPLETION-CANDIDATES}: first also tells a new cause at its 1st, 10th, 100th and 1,000th error"
                            + " (default: ${DEFAULT-VALUE})")
    private WindowRules.Emit emit = WindowRules.Emit.closed;

    @Option(names = "--grouping", paramLabel = "FILE", description = "rules that group otherwise; see docs/contexts.md")
    private String grouping = "";

    @Option(
            names = "--progress",
            description = "seconds between lines of progress; 0 for none (default: ${DEFAULT-VALUE})")
    private int progress = 60;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    WindowsCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Path folder = DataFolder.of(data, settings, "windows");
        LogFile.use(folder);
        StopSignal stop = StopSignal.install();
        WindowRules rules = rules();
        Kafka.connect(bootstrap).close();
        if (engine == StackPlan.Engine.spark) {
            try (SparkProcess spark = SparkProcess.start(bootstrap, folder, rules, grouping)) {
                spec.commandLine().getErr().println("windows: Spark, state in " + folder);
                while (!stop.await(STILL_THERE_MS)) {
                    spark.check();
                }
            }
        } else {
            WindowConfig config = WindowConfig.defaults(bootstrap, folder).with(rules);
            try (KafkaStreamsEngine streams = KafkaStreamsEngine.start(config)) {
                spec.commandLine().getErr().println("windows: Kafka Streams, state in " + folder);
                for (long looks = 1; !stop.await(STILL_THERE_MS); looks++) {
                    if (streams.stopped()) {
                        throw CommandFailure.failed("the windows stopped; see " + folder.resolve("tracemend.log"));
                    }
                    if (progress > 0 && looks % (progress * 1_000L / STILL_THERE_MS) == 0) {
                        tell(streams.progress(), folder);
                    }
                }
            }
        }
        return ExitCode.DONE.code();
    }

    /** For people on stderr; for Prometheus' text file collector, and scripts, in the data folder. */
    private void tell(EngineProgress now, Path folder) {
        double rate = (now.records() - told) / (double) progress;
        told = now.records();
        spec.commandLine()
                .getErr()
                .printf(
                        "windows: %,d records (%,.0f/s), %,d wait, %,d contexts, %,d late, %,d unreadable, event time"
                                + " %s, %,d sources and open windows%n",
                        now.records(),
                        rate,
                        now.lag(),
                        now.contexts(),
                        now.late(),
                        now.unreadable(),
                        Instant.ofEpochMilli(now.watermark()),
                        now.states());
        try {
            Path part = folder.resolve("windows.prom.part");
            Files.writeString(part, now.metrics());
            Files.move(part, folder.resolve("windows.prom"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("windows: metrics cannot be written to " + folder + ": " + e.getMessage());
        }
    }

    private WindowRules rules() {
        WindowRules d = WindowRules.DEFAULT;
        try {
            WindowRules rules = new WindowRules(
                    seconds(window),
                    seconds(maxWindow),
                    maxLines,
                    d.linesAfter(),
                    seconds(watermark),
                    emit,
                    d.grouping());
            return GroupingFile.of(grouping).appliedTo(rules);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.configuration(String.valueOf(e.getMessage()));
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
