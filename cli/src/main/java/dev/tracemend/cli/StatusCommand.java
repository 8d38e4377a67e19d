package dev.tracemend.cli;

import dev.tracemend.status.StatusConfig;
import dev.tracemend.status.StatusServer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the page of incidents, until stopped. */
@Command(
        name = "status",
        description = "Serves the page of incidents, /health, /deploy and /containers.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final SettingsConfig settings;

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--host", description = "address to listen on (default: ${DEFAULT-VALUE})")
    private String host = "";

    @Option(names = "--port", description = "port to listen on (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--data", description = "folder for state (default: tracemend under the user's data folder)")
    private String data = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "file with the token that every request must bear (default: TRACEMEND_TOKEN or TRACEMEND_TOKEN_FILE;"
                            + " beyond loopback, where neither is set, one is made, kept, and shown)")
    private String tokenFile = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    StatusCommand(SettingsConfig settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        PortArgument.check("--port", port, 0);
        Path folder = DataFolder.of(data, settings, "status");
        LogFile.use(folder);
        StopSignal stop = StopSignal.install();
        Kafka.connect(bootstrap).close();
        try (StatusServer server = StatusServer.start(config(folder))) {
            spec.commandLine().getErr().println(server.url());
            server.entrance().ifPresent(link -> spec.commandLine()
                    .getErr()
                    .println("asks for a token; this link logs a browser in: " + link));
            stop.await();
        }
        return ExitCode.DONE.code();
    }

    private StatusConfig config(Path folder) {
        StatusConfig config = StatusConfig.of(bootstrap, host, port, folder, "");
        try {
            return tokenFile.isEmpty() ? config : config.with(config.access().withTokenOf(Path.of(tokenFile)));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.configuration(String.valueOf(e.getMessage()));
        }
    }
}
