package dev.tracemend.cli;

import dev.tracemend.cli.stack.SparkProcess;
import dev.tracemend.cli.stack.StackPlan;
import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.WindowConfig;
import java.nio.file.Path;
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

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--engine", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private StackPlan.Engine engine = StackPlan.Engine.kstreams;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

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
        Kafka.connect(bootstrap).close();
        if (engine == StackPlan.Engine.spark) {
            try (SparkProcess spark = SparkProcess.start(bootstrap, folder)) {
                spec.commandLine().getErr().println("windows: Spark, state in " + folder);
                while (!stop.await(STILL_THERE_MS)) {
                    spark.check();
                }
            }
        } else {
            try (KafkaStreamsEngine streams = KafkaStreamsEngine.start(WindowConfig.defaults(bootstrap, folder))) {
                spec.commandLine().getErr().println("windows: Kafka Streams, state in " + folder);
                while (!stop.await(STILL_THERE_MS)) {
                    if (streams.stopped()) {
                        throw CommandFailure.failed("the windows stopped; see " + folder.resolve("tracemend.log"));
                    }
                }
            }
        }
        return ExitCode.DONE.code();
    }
}
