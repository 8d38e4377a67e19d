package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.CheckoutException;
import dev.tracemend.cli.stack.Fixers;
import dev.tracemend.cli.stack.RunningStack;
import dev.tracemend.worker.Worker;
import dev.tracemend.worker.WorkerConfig;
import dev.tracemend.worker.deliver.outward.DeliveryConfig;
import dev.tracemend.worker.deliver.outward.OutwardHandover;
import dev.tracemend.worker.policy.Policies;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes contexts of its topics and answers each with a result, until stopped. */
@Command(
        name = "worker",
        description = {
            "Works on the contexts of a topic: locates, edits and verifies in a scratch worktree.",
            "What it may do by itself says the policy file, docs/worker.md describes it. SIGTERM lets it finish what it"
                    + " holds (exit code 0), a second one ends it at once (130)."
        },
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(names = "--topic", description = "short name of a topic; may be repeated (default: ${DEFAULT-VALUE})")
    private List<String> topics = List.of();

    @Option(names = "--policy", description = "file that says what the worker may do, by topic (default: propose only)")
    private String policy = "";

    @Option(
            names = "--concurrency",
            defaultValue = "1",
            description = "causes that are worked on at once (default: ${DEFAULT-VALUE})")
    private int concurrency = 1;

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--group", description = "consumer group (default: tracemend-worker-<topic>)")
    private String group = "";

    @Option(
            names = "--workspace",
            description = "git checkout of the service (default: that of the stack running here, else this folder)")
    private String workspace = "";

    @Option(names = "--test-cmd", description = "command that tests the checkout, run in a scratch worktree")
    private String testCmd = "";

    @Option(names = "--once", description = "end when all contexts that are there now are answered")
    private boolean once;

    @Option(names = "--no-model", description = "rules only, whatever the environment says of models")
    private boolean noModel;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    WorkerCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws CheckoutException {
        topics.forEach(TopicArgument::check);
        if (concurrency < 1) {
            throw CommandFailure.configuration("--concurrency is 1 or more, not " + concurrency);
        }
        Policies policies = PolicyFile.given(policy);
        String topic = String.join("-", topics);
        Path folder = DataFolder.of(data, settings, "worker-" + topic);
        LogFile.use(folder);
        Optional<RunningStack> stack = RunningStack.find(bootstrap, topics.get(0));
        Path checkout = Checkout.open(checkoutPath(stack)).root();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            topics.forEach(kafka::createFamily);
        }
        Map<Role, ModelConfig> models = noModel ? Map.of() : ModelChoice.roles(settings, "");
        WorkerConfig config = WorkerConfig.of(bootstrap, topics, checkout, folder)
                .withGroup(group)
                .withPolicies(policies)
                .withConcurrency(concurrency)
                .withTestCmd(
                        testCmd.isEmpty() ? stack.map(RunningStack::testCmd).orElse("") : testCmd);
        if (once) {
            config = config.untilAnswered();
        }
        spec.commandLine()
                .getErr()
                .println("worker for " + String.join(", ", topics) + " at " + bootstrap + ", checkout " + checkout
                        + ", model " + ModelChoice.describe(models));
        Consumer<String> told = spec.commandLine().getErr()::println;
        DeliveryConfig delivery = DeliveryConfig.of(settings.environment(), checkout, folder);
        delivery.notes().forEach(told);
        try (Worker worker = new Worker(
                config,
                new ToldFixer(Fixers.of(config, models, told), told),
                new OutwardHandover(delivery, Clock.systemUTC()))) {
            StopSignal.install(worker::stop);
            worker.run();
        }
        return ExitCode.DONE.code();
    }

    private Path checkoutPath(Optional<RunningStack> stack) {
        if (!workspace.isEmpty()) {
            return Path.of(workspace);
        }
        return stack.map(RunningStack::workspace).orElse(Path.of("").toAbsolutePath());
    }
}
