package dev.tracemend.cli;

import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.model.ReplayModel;
import dev.tracemend.agent.predict.TraceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the calls to models and tools of a recorded run, and plays them again without asking anybody. */
@Command(
        name = "trace",
        description = {
            "Shows the recorded calls to models and tools of a run: given, said, read.",
            "With --replay each question is put again: to the recording, which must answer byte for byte, or with --ask to"
                    + " the model of the environment. Exit code 5 when an answer differs from the recorded one."
        },
        mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Parameters(paramLabel = "FILE", description = "the run: one JSON object a line and a step")
    private Path file = Path.of("");

    @Option(names = "--call", description = "only this step, with the whole prompt; the first is 1", paramLabel = "N")
    private int call;

    @Option(names = "--replay", description = "put each question to the recording again; nobody else is asked")
    private boolean replay;

    @Option(names = "--ask", description = "put each question to the model that the environment names now")
    private boolean ask;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TraceCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        if (call < 0 || call == 0 && spec.commandLine().getParseResult().hasMatchedOption("--call")) {
            throw CommandFailure.configuration("--call " + call + " is no step: the first is 1");
        }
        List<String> lines = lines();
        if (lines.stream().allMatch(String::isBlank)) {
            throw CommandFailure.configuration(file + " is empty, so no recorded run");
        }
        try {
            return print(lines);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.configuration(file + ": " + e.getMessage());
        }
    }

    private int print(List<String> lines) {
        OptionalInt only = call == 0 ? OptionalInt.empty() : OptionalInt.of(call);
        PrintWriter out = spec.commandLine().getOut();
        if (replay || ask) {
            boolean same = new TraceReplay(model(lines), json, out::println).play(TraceFile.calls(lines, only));
            return same ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
        }
        if (json) {
            TraceFile.steps(lines, only).forEach(out::println);
        } else {
            out.print(TraceFile.shown(lines, only));
        }
        return ExitCode.DONE.code();
    }

    private LanguageModel model(List<String> lines) {
        if (!ask) {
            return new ReplayModel(TraceFile.recording(lines), Abilities.ALL);
        }
        ModelConfig config = ModelChoice.of(settings, "")
                .orElseThrow(() -> CommandFailure.configuration(
                        "--ask needs a model: set OPENAI_API_KEY, OPENAI_BASE_URL or OLLAMA_MODEL"));
        return Models.server(config);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw CommandFailure.configuration("there is no file " + file
                    + "; a worker keeps its runs in the folder traces" + " of its data folder");
        } catch (MalformedInputException e) {
            throw CommandFailure.configuration(file + " is no text in UTF-8, so no recorded run");
        } catch (IOException e) {
            throw CommandFailure.configuration(file + " cannot be read: " + IoWords.of(e));
        }
    }
}
