package dev.tracemend.streams.faults;

import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows on Kafka Streams in a process of their own, to be killed; ends with its input and tells its metrics. */
final class KafkaStreamsHost {
    static final String READY = "kstreams windows running";
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStreamsHost.class);

    private KafkaStreamsHost() {}

    /** Arguments: bootstrap, folder for state, application. */
    public static void main(String[] args) throws IOException {
        WindowConfig d = WindowConfig.defaults(args[0], Path.of(args[1]));
        // A partition that is silent while nobody reads would get a tick that the expected contexts do not know.
        WindowConfig config = new WindowConfig(
                d.bootstrap(), d.rules(), d.stateDir(), args[2], d.instance(), d.commit(), Duration.ofHours(1));
        try (KafkaStreamsEngine engine = KafkaStreamsEngine.start(config)) {
            LOG.info(READY);
            while (System.in.read() >= 0 && !engine.stopped()) {
                LOG.debug("a byte is no end");
            }
            LOG.info("{}", engine.progress().metrics());
        }
    }
}
