package dev.tracemend.cli;

import dev.tracemend.agent.fix.FixConfig;
import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.agent.judge.StoppedException;
import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.cli.stack.Fixers;
import dev.tracemend.contracts.AgentTask;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds, proves and shows the fix for a logged failure or for failing tests. */
@Command(
        name = "fix",
        description = "Finds a fix for a pasted stack trace, or for the failing tests of a checkout, and proves it.",
        mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {
    private static final int STOPPED = 130;

    @Option(names = "--log", paramLabel = "FILE", description = "log with the stack trace, or - for standard input")
    private String log = "";

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "git checkout of the service, or a folder in it (default: this folder)")
    private String workspace = "";

    @Option(names = "--test-cmd", description = "command that must be green after the fix; run in a sandbox, in DIR")
    private String testCmd = "";

    @Option(names = "--apply", description = "write the fix into the checkout's files; `tracemend undo` takes it back")
    private boolean apply;

    @Option(
            names = "--branch",
            description = "commit the fix on a new branch tracemend/...; your branch stays as it is")
    private boolean branch;

    @Option(names = "--diff", description = "print the fix as a diff, and nothing else, on standard output")
    private boolean diff;

    @Option(
            names = "--with-test",
            description = "put the reproduction of the failure beside the fix, as a test of the project's own JUnit")
    private boolean withTest;

    @Option(names = "--json", description = "one JSON object instead of text (docs/fix.md)")
    private boolean json;

    @Option(names = "--no-model", description = "rules only, whatever the environment says of models")
    private boolean noModel;

    @Option(
            names = "--unconfined",
            description =
                    "let the test command, and a model's edits on a machine without a sandbox, run with your rights")
    private boolean unconfined;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description =
                    "\"failing tests\": work on the tests that fail, instead of a log; anything else, a trace or a"
                            + " description, is handed to the worker of --topic")
    private String what = "";

    @Option(names = "--topic", description = "whose worker gets WHAT by hand (default: ${DEFAULT-VALUE})")
    private String topic = "";

    @Option(names = "--bootstrap", description = "Kafka where that worker is (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final SettingsConfig settings;

    FixCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws CheckoutException {
        boolean tests = what.equals("failing tests") || what.equals("failing-tests");
        check(tests);
        if (!what.isEmpty() && !tests) {
            return handOver();
        }
        Path folder = DataFolder.of(data, settings, "fix");
        LogFile.use(folder);
        Path place = workspace.isEmpty() ? Path.of("").toAbsolutePath() : Path.of(workspace);
        Checkout checkout = Checkout.open(place);
        List<PastedFailure> failures = tests ? List.of() : PastedFailure.in(NamedText.log(log));
        if (!tests && failures.isEmpty()) {
            throw CommandFailure.failed("there is no error in " + (log.equals("-") ? "standard input" : log)
                    + ": give a log with a stack trace");
        }
        FixProgress progress = new FixProgress(spec.commandLine().getErr());
        failures.stream().skip(1).limit(5).forEach(other -> progress.accept("left for another run: " + other.title()));
        Thread worker = Thread.currentThread();
        StopSignal.install(worker::interrupt);
        try {
            FixProgram program = program(place, folder, progress);
            FixOutcome outcome = tests
                    ? program.fixTests(progress)
                    : program.fix(failures.get(0).task(), progress);
            return new FixDelivery(spec, settings, checkout, folder).deliver(outcome, choice());
        } catch (StoppedException stopped) {
            progress.accept("stopped; the checkout is as it was");
            return STOPPED;
        } catch (RetryLaterException busy) {
            throw CommandFailure.failed(busy.getMessage() + ": try again when the other git command has ended");
        }
    }

    private void check(boolean tests) {
        if (what.isEmpty() == log.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "give --log FILE (or - for standard input), \"failing tests\", or what a worker is to do, one of them");
        }
        if ((apply ? 1 : 0) + (branch ? 1 : 0) + (diff ? 1 : 0) > 1) {
            throw new CommandFailure(ExitCode.USAGE, "--apply, --branch and --diff exclude each other");
        }
        if (withTest && !what.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--with-test goes with --log: only a logged failure needs a test of its own");
        }
        if (!what.isEmpty() && !tests && (apply || branch || diff)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "what a worker does goes where its policy says: leave --apply, --branch and --diff away, or say"
                            + " \"failing tests\"");
        }
    }

    /** Work by hand, for the worker of a topic. */
    private int handOver() {
        TopicArgument.check(topic);
        double now = Instant.now().toEpochMilli() / 1_000.0;
        String id = "t-" + UUID.randomUUID().toString().substring(0, 13);
        String by = System.getProperty("user.name", "somebody");
        AgentTask task = new AgentTask(1, id, topic, what, "", List.of(), by, now);
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            kafka.shared(List.of(Topics.TASKS));
            kafka.publish(Topics.TASKS, id, Wire.write(task));
        }
        spec.commandLine().getOut().println(json ? JsonLines.one(task) : id);
        spec.commandLine()
                .getErr()
                .println("handed to the worker of " + topic + "; `tracemend results --topic " + topic
                        + " --follow` shows its result");
        return ExitCode.DONE.code();
    }

    private FixDelivery.Choice choice() {
        return new FixDelivery.Choice(apply, branch, diff, json);
    }

    private FixProgram program(Path place, Path folder, FixProgress progress) {
        FixConfig config = FixConfig.in(place, folder).withTestCommand(testCmd);
        Map<Role, ModelConfig> models = noModel ? Map.of() : ModelChoice.roles(settings, "");
        progress.accept("model: " + ModelChoice.describe(models));
        FixConfig wanted = withTest ? config.withReproduction() : config;
        return Fixers.program(unconfined ? wanted.withoutSandbox() : wanted, models, progress);
    }
}
