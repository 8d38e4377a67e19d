package dev.tracemend.cli;

import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.tailer.TailerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tailer's first word with its broker. An address that never answered may be wrong, so nobody there is an error; one
 * that has answered a tailer with this state folder is waited for, unless the tailer shall end by itself.
 */
final class TailBroker {
    private static final String KNOWN = "broker";

    private TailBroker() {}

    /** Sees to it that the topics are there, as far as that is ours to do. */
    static void meet(TailerConfig config, TailReport report) {
        Path known = config.stateDir().resolve(KNOWN);
        try (Kafka kafka = Kafka.connect(config.bootstrap(), config.publishing().client())) {
            kafka.ensure(topics(config), required(config));
            remember(known, config.bootstrap());
        } catch (CommandFailure e) {
            boolean waits = e.exitCode() == ExitCode.UNREACHABLE.code()
                    && !config.reading().untilCaughtUp()
                    && isKnown(known, config.bootstrap());
            if (!waits) {
                throw e;
            }
            report.say("no broker answers at " + config.bootstrap() + " now; it did before, so it is waited for");
        }
    }

    private static List<TopicSpec> topics(TailerConfig config) {
        Set<String> shortNames = new LinkedHashSet<>();
        config.reading().maps().forEach(map -> shortNames.add(map.topic()));
        List<TopicSpec> specs = new ArrayList<>();
        if (config.publishing().kafkaTopic().isEmpty()) {
            shortNames.add(config.topic());
        } else {
            TopicSpec like = Topics.family(config.topic()).get(0);
            specs.add(new TopicSpec(config.publishing().kafkaTopic(), like.partitions(), like.config()));
        }
        shortNames.forEach(name -> specs.addAll(Topics.family(name)));
        return specs;
    }

    /** The tailer needs the topics it writes to; the others are made for those who come after it. */
    private static Set<String> required(TailerConfig config) {
        Set<String> names = new LinkedHashSet<>();
        names.add(config.publishing().topic(config.topic()));
        config.reading().maps().forEach(map -> names.add(Topics.raw(map.topic())));
        return names;
    }

    private static boolean isKnown(Path known, String bootstrap) {
        try {
            return Files.exists(known) && Files.readString(known).strip().equals(bootstrap);
        } catch (IOException e) {
            return false;
        }
    }

    private static void remember(Path known, String bootstrap) {
        try {
            Files.writeString(known, bootstrap + "\n");
        } catch (IOException e) {
            // Then the next start is as careful as this one.
            org.slf4j.LoggerFactory.getLogger(TailBroker.class).warn("{} cannot be written: {}", known, e.toString());
        }
    }
}
