package dev.tracemend.bench.detect;

import dev.tracemend.streams.contexts.ContextOptions;
import dev.tracemend.streams.contexts.FileContexts;
import dev.tracemend.streams.contexts.LogFileLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code detect [--logs DIR] [--json] [--show-misses]}: exit 1 when precision or recall is below 0.97 or a cause comes as
 * more than 1.1 contexts.
 */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = "Measures over labelled logs how well errors are found and grouped; bench/logs/README.md.")
public final class DetectCommand implements Callable<Integer> {
    private static final double AIM = 0.97;
    private static final double MOST_CONTEXTS = 1.1;

    private static final List<String> OWN = List.of("corpus", "heldout", "second", "third", "fourth", "fifth", "sixth");

    @Option(
            names = "--logs",
            description =
                    "folders with NAME.log and beside each NAME.labels, a label a line: - for a normal line, else the"
                            + " cause; default: our own")
    private List<Path> folders = List.of();

    @Option(names = "--json", description = "one JSON object a log, and one for all")
    private boolean json;

    @Option(names = "--show-misses", description = "prints what was missed, found needlessly, or grouped wrongly")
    private boolean misses;

    @Option(names = "--grouping", description = "a file of grouping rules to go by")
    private Optional<Path> grouping = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path own = Path.of(System.getProperty("tracemend.home", "."), "bench/logs");
        List<Path> from = folders.isEmpty() ? OWN.stream().map(own::resolve).toList() : folders;
        List<String> rules = grouping.isEmpty() ? List.of() : Files.readAllLines(grouping.get());
        DetectionFigures all = DetectionFigures.NONE;
        if (!json) {
            out.println(DetectionFigures.heading());
        }
        for (Path folder : from) {
            if (!Files.isDirectory(folder)) {
                spec.commandLine()
                        .getErr()
                        .println("detect: " + folder + " is no folder; name one with *.log and *.labels");
                return 2;
            }
            for (Path log : logs(folder)) {
                all = all.plus(log(folder, log, rules, out));
            }
        }
        out.println(json ? all.json("all") : all.row("all"));
        out.flush();
        boolean reached = all.precision() >= AIM && all.recall() >= AIM && all.contextsPerCause() <= MOST_CONTEXTS;
        return reached ? 0 : 1;
    }

    private DetectionFigures log(Path folder, Path log, List<String> rules, PrintWriter out) throws IOException {
        Optional<LineLabels> labels = LineLabels.beside(log);
        if (labels.isEmpty()) {
            spec.commandLine().getErr().println("detect: " + log + " has no labels beside it and is passed over");
            return DetectionFigures.NONE;
        }
        DetectionScore score = new DetectionScore(labels.get());
        ContextOptions usual = ContextOptions.defaults();
        ContextOptions options = usual.with(usual.topic(), usual.rules().grouped(rules));
        FileContexts contexts =
                new FileContexts(options, (source, event, reading) -> score.take(event, reading), each -> {});
        try (LogFileLines lines = LogFileLines.open(log)) {
            contexts.read(log.toString(), lines, (bytes, causes) -> {});
        }
        String name = folder.relativize(log).toString();
        out.println(json ? score.figures().json(name) : score.figures().row(name));
        if (misses) {
            score.misses().forEach(line -> out.println("  missed " + line));
            score.needless().forEach(line -> out.println("  needless " + line));
            score.ungrouped().forEach(line -> out.println("  " + line));
        }
        return score.figures();
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
