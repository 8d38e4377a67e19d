package dev.tracemend.bench.engines;

import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The windows on Kafka Streams in a process of their own; ends with its input. */
final class EngineHost {
    private EngineHost() {}

    /** Arguments: bootstrap, folder for state, application. */
    public static void main(String[] args) throws IOException {
        WindowConfig d = WindowConfig.defaults(args[0], Path.of(args[1]));
        WindowConfig config = new WindowConfig(
                d.bootstrap(), d.rules(), d.stateDir(), args[2], d.instance(), d.commit(), Duration.ofHours(1));
        try (KafkaStreamsEngine engine = KafkaStreamsEngine.start(config)) {
            System.out.println("engine started");
            while (System.in.read() >= 0 && !engine.stopped()) {
                System.out.flush();
            }
        }
        System.exit(0);
    }
}
