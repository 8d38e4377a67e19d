package dev.tracemend.cli;

import dev.tracemend.tailer.DryRun;
import dev.tracemend.tailer.Tailer;
import dev.tracemend.tailer.TailerConfig;
import dev.tracemend.tailer.TailerEnd;
import dev.tracemend.tailer.metrics.MetricsServer;
import dev.tracemend.tailer.metrics.StatusFile;
import dev.tracemend.tailer.metrics.TailerFigures;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.publish.ProducerSettings;
import dev.tracemend.tailer.source.LogFiles;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows log files and publishes their events, until stopped or caught up. Its flags are in {@link TailSetting}. */
@Command(
        name = "tail",
        description = "Follows log files and publishes their events to logs.raw.<topic>.",
        mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    private static final int LOOK_MS = 100;
    private static final long REPORT_NANOS = 1_000_000_000;
    /** How long a tailer that shall end waits for a broker that has gone. */
    private static final double MOST_SILENT_SECONDS = 60;

    private final SettingsConfig settings;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|GLOB|docker:NAME|-",
            description = "log files; docker:NAME for what a container writes; - for standard input")
    private List<String> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TailCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        TailValues values = TailValues.of(spec.commandLine().getParseResult(), files, settings);
        String topic = values.one(TailSetting.TOPIC);
        TopicArgument.check(topic);
        boolean dry = values.is(TailSetting.DRY_RUN);
        Path folder = dry
                ? DataFolder.path(values.one(TailSetting.STATE), settings, "tailer-" + topic)
                : DataFolder.of(values.one(TailSetting.STATE), settings, "tailer-" + topic, "--state");
        TailerConfig config = TailPlan.config(values, folder);
        if (config.globs().isEmpty()
                && config.reading().maps().isEmpty()
                && config.reading().folders().isEmpty()) {
            throw CommandFailure.configuration(
                    "tail needs files to follow, for example: tracemend tail 'logs/*.log' (or --logs, --map, --discover)");
        }
        return dry ? dryRun(config) : follow(config, values);
    }

    private int dryRun(TailerConfig config) {
        PrintWriter out = spec.commandLine().getOut();
        TailerMetrics counted = DryRun.run(config, line -> out.println(new String(line, StandardCharsets.UTF_8)));
        out.flush();
        spec.commandLine()
                .getErr()
                .println(
                        counted.lines().sum() + " lines in " + counted.records().sum() + " records, nothing published");
        return ExitCode.DONE.code();
    }

    private int follow(TailerConfig config, TailValues values) {
        LogFile.use(config.stateDir());
        StopSignal stop = StopSignal.install();
        PrintWriter err = spec.commandLine().getErr();
        TailReport report = new TailReport(err, config.bootstrap(), Boolean.getBoolean("tracemend.terminal"));
        Set<String> passed = ProducerSettings.passedOver(config.publishing().client());
        if (!passed.isEmpty()) {
            report.say("--client-config: passed over " + String.join(", ", passed)
                    + ", which have flags of their own or would let lines be lost");
        }
        // First the folder, then the broker: a second tailer must hear of the first, whatever the broker does.
        try (Tailer tailer = Tailer.prepare(config)) {
            TailBroker.meet(config, report);
            tailer.begin();
            if (new LogFiles(config.globs(), config.reading(), config.stateDir()).findsNone()) {
                report.say("no file is there yet (" + place(config) + "); check the name if you expected one");
            }
            report.say("following " + place(config) + " into "
                    + config.publishing().topic(config.topic()) + " at " + config.bootstrap());
            Optional<TailerEnd> end = watch(tailer, config, values, stop, report);
            tailer.close();
            return ended(end, tailer.figures(), config, values, report);
        }
    }

    private static String place(TailerConfig config) {
        return config.globs().isEmpty() ? "mapped and discovered files" : String.join(" ", config.globs());
    }

    private Optional<TailerEnd> watch(
            Tailer tailer, TailerConfig config, TailValues values, StopSignal stop, TailReport report) {
        Optional<StatusFile> status = Optional.of(values.one(TailSetting.STATUS_FILE))
                .filter(name -> !name.isEmpty())
                .map(name -> new StatusFile(Path.of(name)));
        Optional<MetricsServer> server = server(tailer, values, report);
        try {
            long next = System.nanoTime();
            while (!stop.await(LOOK_MS) && tailer.end().isEmpty()) {
                if (System.nanoTime() >= next) {
                    TailerFigures figures = tailer.figures();
                    report.look(figures);
                    status.ifPresent(file -> file.write(figures));
                    if (config.reading().untilCaughtUp() && figures.brokerSilentSeconds() > MOST_SILENT_SECONDS) {
                        throw CommandFailure.unreachable("the broker at " + config.bootstrap()
                                + " has gone, and --until-caught-up does not wait for ever; what it lacks comes at the"
                                + " next start");
                    }
                    next += REPORT_NANOS;
                }
            }
            return tailer.end();
        } finally {
            server.ifPresent(MetricsServer::close);
            status.ifPresent(file -> file.write(tailer.figures()));
        }
    }

    private static Optional<MetricsServer> server(Tailer tailer, TailValues values, TailReport report) {
        if (values.one(TailSetting.METRICS_PORT).isEmpty()) {
            return Optional.empty();
        }
        MetricsServer server = MetricsServer.start(
                values.one(TailSetting.METRICS_HOST),
                values.number(TailSetting.METRICS_PORT, 0, 65_535),
                tailer::figures);
        report.say("metrics at " + server.url() + "/metrics");
        return Optional.of(server);
    }

    private int ended(
            Optional<TailerEnd> end, TailerFigures figures, TailerConfig config, TailValues values, TailReport report) {
        String word = end.map(why -> why instanceof TailerEnd.CaughtUp ? "caught-up" : "refused")
                .orElse("stopped");
        TailSummary summary =
                TailSummary.of(config.publishing().topic(config.topic()), config.bootstrap(), word, figures);
        report.summary(summary);
        if (values.is(TailSetting.JSON)) {
            spec.commandLine().getOut().println(JsonLines.one(summary));
            spec.commandLine().getOut().flush();
        }
        if (end.isPresent() && end.get() instanceof TailerEnd.Refused refused) {
            throw CommandFailure.configuration(refused.message());
        }
        return ExitCode.DONE.code();
    }
}
