package dev.tracemend.tailer.faults;

import dev.tracemend.tailer.Tailer;
import dev.tracemend.tailer.TailerConfig;
import dev.tracemend.tailer.metrics.MetricsServer;
import dev.tracemend.tailer.publish.PublishConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The tailer with its default settings as a process: SIGTERM flushes, saves and ends it. With
 * {@code -Dfaults.transactional=true} it publishes in transactions.
 */
final class FaultTailer {
    private FaultTailer() {}

    /** Arguments: bootstrap, topic, state folder, port for metrics, globs. Also ends when its input does, lest it outlives a test. */
    public static void main(String[] args) throws IOException {
        List<String> globs = List.of(args).subList(4, args.length);
        PublishConfig defaults = PublishConfig.defaults();
        Tailer tailer = Tailer.start(TailerConfig.of(args[0], args[1], globs, Path.of(args[2]))
                .publishing(new PublishConfig(
                        defaults.kafkaTopic(),
                        defaults.clientId(),
                        defaults.compression(),
                        Boolean.getBoolean("faults.transactional"),
                        defaults.client(),
                        defaults.headers())));
        Runtime.getRuntime().addShutdownHook(new Thread(tailer::close));
        int port = Integer.parseInt(args[3]);
        if (port > 0) {
            MetricsServer.start("127.0.0.1", port, tailer::figures);
        }
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }
}
