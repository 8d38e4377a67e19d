package dev.tracemend.bench.engines;

import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.WindowConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The windows on Kafka Streams in a process of their own; it ends when the engine has given up, or with who started it. */
final class EngineHost {
    private static final long LOOK_NANOS = 100_000_000;

    private EngineHost() {}

    /** Arguments: bootstrap, folder for state, application. */
    public static void main(String[] args) {
        WindowConfig d = WindowConfig.defaults(args[0], Path.of(args[1]));
        WindowConfig config = new WindowConfig(
                d.bootstrap(), d.rules(), d.stateDir(), args[2], d.instance(), d.commit(), Duration.ofHours(1));
        ProcessHandle.current().parent().ifPresent(starter -> starter.onExit()
                .thenRun(() -> Runtime.getRuntime().halt(0)));
        try (KafkaStreamsEngine engine = KafkaStreamsEngine.start(config)) {
            System.out.println("engine started");
            System.out.flush();
            while (!engine.stopped()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        System.exit(1);
    }
}
