package dev.tracemend.cli;

import dev.tracemend.tailer.Tailer;
import dev.tracemend.tailer.TailerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows log files and publishes their events, until stopped. */
@Command(
        name = "tail",
        description = "Follows log files and publishes their events to logs.raw.<topic>.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(names = "--topic", description = "short name of the topic (default: ${DEFAULT-VALUE})")
    private String topic = "";

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--logs", description = "log files, a glob; repeatable")
    private List<String> logs = List.of();

    @Option(names = "--state", description = "folder for positions (default: tracemend under the user's data folder)")
    private String state = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TailCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        TopicArgument.check(topic);
        if (logs.stream().allMatch(String::isBlank)) {
            throw CommandFailure.configuration(
                    "tail needs --logs GLOB, for example: tracemend tail --logs 'logs/*.log'");
        }
        Path folder = DataFolder.of(state, settings, "tailer-" + topic);
        LogFile.use(folder);
        StopSignal stop = StopSignal.install();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.createFamily(topic);
        }
        try (Tailer tailer = Tailer.start(TailerConfig.of(bootstrap, topic, logs, folder))) {
            spec.commandLine()
                    .getErr()
                    .println("following " + String.join(" ", logs) + " into " + topic + " at " + bootstrap);
            stop.await();
            spec.commandLine().getErr().println(tailer.published() + " records published");
        }
        return ExitCode.DONE.code();
    }
}
