package dev.tracemend.cli;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.agent.model.Role;
import dev.tracemend.cli.stack.StackPlan;
import dev.tracemend.worker.policy.Policies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that demo and up share. */
final class StackOptions {
    private static final int MOST_WORKERS = 16;

    @Option(names = "--port", description = "port of the status page (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--host", description = "address the page listens on (default: ${DEFAULT-VALUE})")
    private String host = "";

    @Option(names = "--kafka-port", description = "port of the embedded broker (default: ${DEFAULT-VALUE})")
    private int kafkaPort;

    @Option(
            names = "--engine",
            description = "what computes the windows: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private StackPlan.Engine engine = StackPlan.Engine.kstreams;

    @Option(
            names = "--workers",
            description = "workers in this process, 0 for none (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int workers;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

    /** Refuses what cannot be before anything starts. */
    void check() {
        PortArgument.check("--port", port, 0);
        PortArgument.check("--kafka-port", kafkaPort, 1);
        if (workers < 0 || workers > MOST_WORKERS) {
            throw CommandFailure.configuration(
                    "--workers " + workers + " is not usable: 0 to " + MOST_WORKERS + ", for example 1");
        }
    }

    StackPlan plan(
            SettingsConfig settings,
            String topic,
            Path workspace,
            List<String> globs,
            String testCmd,
            Path folder,
            Map<Role, ModelConfig> models,
            Policies policies) {
        SettingsConfig.Origin kafka = settings.value(Setting.BOOTSTRAP);
        return new StackPlan(
                topic,
                kafka.from().equals("default") ? "" : kafka.value(),
                kafkaPort,
                host,
                port,
                workspace,
                globs,
                testCmd,
                engine,
                workers,
                folder,
                models,
                policies,
                settings.environment());
    }

    Path folder(SettingsConfig settings, String purpose) {
        return DataFolder.of(data, settings, purpose);
    }
}
