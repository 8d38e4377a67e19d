package dev.tracemend.cli;

import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.cli.stack.Stack;
import dev.tracemend.cli.stack.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole pipeline for the user's own service, in one process, until stopped. */
@Command(
        name = "up",
        description = "Runs the whole pipeline for your service: follows its logs, proposes fixes, shows a page.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final int STILL_THERE_MS = 500;

    private final SettingsConfig settings;

    @Option(names = "--workspace", description = "git checkout of the service")
    private String workspace = "";

    @Option(names = "--logs", description = "its log files, a glob; repeatable")
    private List<String> logs = List.of();

    @Option(names = "--topic", description = "short name for its topics (default: ${DEFAULT-VALUE})")
    private String topic = "";

    @Option(names = "--test-cmd", description = "command that tests the checkout, run in a scratch worktree")
    private String testCmd = "";

    @Option(names = "--policy", description = "file that says what the worker may do, by topic (default: propose only)")
    private String policy = "";

    @Option(names = "--no-model", description = "rules only, whatever the environment says of models")
    private boolean noModel;

    @Mixin
    private StackOptions stack = new StackOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    UpCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws CheckoutException {
        TopicArgument.check(topic);
        stack.check();
        if (workspace.isEmpty() || logs.stream().allMatch(String::isBlank)) {
            throw CommandFailure.configuration("up needs --workspace DIR (a git checkout) and --logs GLOB"
                    + " (the service's log files), for example: tracemend up --workspace . --logs 'logs/*.log'");
        }
        Path checkout = Checkout.open(Path.of(workspace)).root();
        Path folder = stack.folder(settings, "up-" + topic);
        LogFile.use(folder);
        StopSignal stop = StopSignal.install();
        Timeline timeline = new Timeline(spec.commandLine().getErr());
        try (Stack running = Stack.start(
                stack.plan(
                        settings,
                        topic,
                        checkout,
                        logs,
                        testCmd,
                        folder,
                        noModel ? Map.of() : ModelChoice.roles(settings, ""),
                        PolicyFile.given(policy)),
                timeline)) {
            running.follow();
            timeline.step("ready", "stop with Ctrl-C");
            while (!stop.await(STILL_THERE_MS)) {
                running.check();
            }
            timeline.step("stopping", "finishing what is in hand; Ctrl-C again ends at once");
        }
        return ExitCode.DONE.code();
    }
}
