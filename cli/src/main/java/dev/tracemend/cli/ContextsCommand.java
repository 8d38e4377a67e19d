package dev.tracemend.cli;

import dev.tracemend.streams.contexts.CauseContext;
import dev.tracemend.streams.contexts.ContextOptions;
import dev.tracemend.streams.contexts.FileContexts;
import dev.tracemend.streams.contexts.GatheredCauses;
import dev.tracemend.streams.contexts.LogFileLines;
import dev.tracemend.streams.window.WindowRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the errors of log files, each cause once; nothing but the files is needed. */
@Command(
        name = "contexts",
        description = "Finds the errors in log files, each cause once: a table, or one JSON context a line.",
        mixinStandardHelpOptions = true)
final class ContextsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "log files (gzip is unpacked); - is standard input")
    private List<String> files = List.of();

    @Option(names = "--json", description = "one JSON context a line, as logs.ctx.<topic> carries them")
    private boolean json;

    @Option(names = "--topic", description = "short name that the contexts carry (default: app)")
    private String topic = "app";

    @Option(names = "--explain", description = "says why each is an error, and what made its fingerprint")
    private boolean explain;

    @Option(
            names = "--windows",
            description = "each window that the engines would tell of these lines, instead of each cause once")
    private boolean windows;

    @Option(names = "--grouping", paramLabel = "FILE", description = "rules that group otherwise; see docs/contexts.md")
    private String grouping = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopicArgument.check(topic);
        PrintWriter out = spec.commandLine().getOut();
        List<CauseContext> rows = new ArrayList<>();
        Consumer<CauseContext> print = each -> {
            if (json) {
                out.println(ContextText.json(each, explain));
            } else {
                rows.add(each);
            }
        };
        ContextOptions options = options();
        GatheredCauses causes = new GatheredCauses(options.mostCauses(), print);
        FileContexts contexts =
                new FileContexts(options, causes, windows ? each -> print.accept(causes.single(each)) : causes::add);
        ReadingProgress progress = ReadingProgress.of(spec.commandLine().getErr(), files);
        files.forEach(file -> read(contexts, file, progress));
        causes.finish();
        progress.end();
        if (!json) {
            ContextText.table(rows, explain, contexts.lines(), contexts.errors())
                    .forEach(out::println);
        }
        if (contexts.late() > 0) {
            spec.commandLine().getErr().println("contexts: " + contexts.late() + " lines were later than allowed");
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private ContextOptions options() {
        ContextOptions usual = ContextOptions.defaults();
        WindowRules rules = windows ? WindowRules.DEFAULT : usual.rules();
        return usual.with(topic, GroupingFile.of(grouping).appliedTo(rules));
    }

    private static void read(FileContexts contexts, String file, ReadingProgress progress) {
        boolean standard = file.equals("-");
        if (!standard && !Files.isReadable(Path.of(file))) {
            throw CommandFailure.configuration(file + " cannot be read; name log files, or - for standard input");
        }
        if (!standard && Files.isDirectory(Path.of(file))) {
            throw CommandFailure.configuration(file + " is a folder; name the files in it: " + file + "/*.log");
        }
        progress.file(file);
        try (LogFileLines lines = standard ? new LogFileLines(System.in) : LogFileLines.open(Path.of(file))) {
            contexts.read(standard ? "stdin" : file, lines, progress);
        } catch (IOException e) {
            throw CommandFailure.failed(file + " cannot be read on: " + e.getMessage());
        }
    }
}
