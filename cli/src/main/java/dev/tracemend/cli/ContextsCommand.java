package dev.tracemend.cli;

import dev.tracemend.logs.GroupingRules;
import dev.tracemend.streams.contexts.CauseContext;
import dev.tracemend.streams.contexts.ContextOptions;
import dev.tracemend.streams.contexts.FileContexts;
import dev.tracemend.streams.contexts.LogFileLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(names = "--grouping", paramLabel = "FILE", description = "rules that group otherwise; see docs/contexts.md")
    private String grouping = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopicArgument.check(topic);
        ContextOptions usual = ContextOptions.defaults();
        ContextOptions options =
                new ContextOptions(topic, rules(), usual.linesBefore(), usual.linesAfter(), usual.mostCauses());
        PrintWriter out = spec.commandLine().getOut();
        List<CauseContext> rows = new ArrayList<>();
        FileContexts contexts = new FileContexts(options, each -> {
            if (json) {
                out.println(ContextText.json(each, explain));
            } else {
                rows.add(each);
            }
        });
        ReadingProgress progress = ReadingProgress.of(spec.commandLine().getErr(), files);
        files.forEach(file -> read(contexts, file, progress));
        contexts.finish();
        progress.end();
        if (!json) {
            ContextText.table(rows, explain, contexts.lines(), contexts.errors())
                    .forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE.code();
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

    private GroupingRules rules() {
        if (grouping.isEmpty()) {
            return GroupingRules.NONE;
        }
        try {
            return GroupingRules.of(Files.readAllLines(Path.of(grouping)));
        } catch (IOException e) {
            throw CommandFailure.configuration("--grouping " + grouping + " cannot be read; name a file of rules");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.configuration(grouping + ": " + e.getMessage());
        }
    }
}
