package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import dev.tracemend.cli.stack.DemoShop;
import dev.tracemend.cli.stack.Stack;
import dev.tracemend.cli.stack.StackPlan;
import dev.tracemend.cli.stack.Timeline;
import dev.tracemend.contracts.Topics;
import dev.tracemend.worker.policy.Policies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks a small service for real and mends it, in one process, with a line for each step. */
@Command(
        name = "demo",
        description = "Runs a small broken service and mends it before your eyes: no Docker, no key, no network.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String TOPIC = "app";
    private static final double QUIET_SECONDS = 2;
    private static final int EXPECTED = DemoShop.VERIFIED + DemoShop.DIAGNOSED;

    private final SettingsConfig settings;

    @Option(names = "--once", description = "end when every incident has a verdict")
    private boolean once;

    @Option(names = "--json", description = "print the incidents as one JSON array at the end")
    private boolean json;

    @Option(
            names = "--model",
            arity = "0..1",
            fallbackValue = "environment",
            description =
                    "let the model of the environment propose edits, too; without this flag the demo uses rules alone")
    private String model = "";

    @Option(
            names = "--timeout",
            description = "seconds after which --once gives up (default: ${DEFAULT-VALUE})",
            defaultValue = "240")
    private long timeout;

    @Mixin
    private StackOptions stack = new StackOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DemoCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        stack.check();
        Timeline timeline = new Timeline(spec.commandLine().getErr());
        StopSignal stop = StopSignal.install();
        refuseUsedTopics();
        try (DemoFolder folder = DemoFolder.fresh(stack.folder(settings, DemoFolder.PURPOSE))) {
            LogFile.use(folder.path());
            DemoShop shop = DemoShop.layOut(folder.path());
            timeline.step("shop", "git checkout " + shop.checkout());
            try (Stack running = Stack.start(plan(folder.path(), shop), timeline)) {
                running.follow();
                shop.compile();
                Process service = shop.run();
                timeline.step("service", "started; its log is " + shop.log());
                try {
                    return watch(running, timeline, stop);
                } finally {
                    service.destroy();
                }
            }
        }
    }

    /** On a broker of the user's an earlier demo's results would be taken for this one's. */
    private void refuseUsedTopics() {
        SettingsConfig.Origin broker = settings.value(Setting.BOOTSTRAP);
        if (broker.from().equals("default")) {
            return;
        }
        IncidentLedger earlier = new IncidentLedger(TOPIC, QUIET_SECONDS, (word, text) -> {});
        try (Kafka kafka = Kafka.connect(broker.value())) {
            kafka.createFamily(TOPIC);
            kafka.read(List.of(Topics.ctx(TOPIC), Topics.results(TOPIC)), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    earlier.take(record);
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        if (!earlier.incidents().isEmpty()) {
            throw CommandFailure.configuration("the broker at " + broker.value() + " holds incidents of topic " + TOPIC
                    + " already, and the demo would take them for its own; use a fresh broker, or unset"
                    + " KAFKA_BOOTSTRAP_SERVERS for an embedded one");
        }
    }

    private StackPlan plan(Path folder, DemoShop shop) {
        return stack.plan(
                settings,
                TOPIC,
                shop.checkout(),
                List.of(shop.log().toString()),
                "",
                folder,
                chosenModels(),
                Policies.DEFAULT);
    }

    private Map<Role, ModelConfig> chosenModels() {
        // Not the variable's value: the demo shows the rules alone unless the flag itself is given.
        if (!spec.commandLine().getParseResult().hasMatchedOption("--model")) {
            return Map.of();
        }
        Map<Role, ModelConfig> chosen = ModelChoice.roles(settings, model.equals("environment") ? "" : model);
        if (chosen.isEmpty()) {
            throw CommandFailure.configuration("--model needs a provider: set OPENAI_API_KEY (and OPENAI_BASE_URL), or"
                    + " USE_OLLAMA=true with OLLAMA_MODEL");
        }
        return chosen;
    }

    private int watch(Stack running, Timeline timeline, StopSignal stop) {
        IncidentLedger ledger = new IncidentLedger(TOPIC, QUIET_SECONDS, timeline::step);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeout);
        try (Kafka kafka = Kafka.connect(running.bootstrap())) {
            kafka.read(List.of(Topics.ctx(TOPIC), Topics.results(TOPIC)), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    ledger.take(record);
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    running.check();
                    boolean over = once && (done(ledger) || System.nanoTime() > end);
                    return !stop.isAsked() && !over;
                }
            });
        }
        if (once && !stop.isAsked() && !done(ledger)) {
            timeline.step("gave up", "after " + timeout + " s (--timeout) not every incident has a verdict");
        }
        print(ledger);
        boolean asExpected = ledger.with("verified") == DemoShop.VERIFIED
                && ledger.with("diagnosed") == DemoShop.DIAGNOSED
                && ledger.incidents().size() == EXPECTED;
        return !once || asExpected ? ExitCode.DONE.code() : ExitCode.UNFIXED.code();
    }

    private static boolean done(IncidentLedger ledger) {
        return ledger.incidents().size() >= EXPECTED && ledger.allDecided();
    }

    private void print(IncidentLedger ledger) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLines.array(ledger.incidents()));
        } else {
            ledger.incidents()
                    .forEach(i -> out.println(String.format(
                            Locale.ROOT, "%-10s %5d×  %6.1f s  %s", i.verdict(), i.count(), i.seconds(), i.title())));
        }
        out.flush();
    }
}
