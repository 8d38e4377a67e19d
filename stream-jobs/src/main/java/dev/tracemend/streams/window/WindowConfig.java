package dev.tracemend.streams.window;

import dev.tracemend.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of this module.
 *
 * @param bootstrap Kafka's address, {@code host:port}
 * @param rules of the windows
 * @param stateDir where the engine keeps its state; it may be lost, then it is read back from Kafka
 * @param application prefix of the consumer group and of internal topics; engines of one name share the work
 * @param instance this engine's own name among those, the same after a restart, so that Kafka gives it its work back at
 *     once
 * @param commit how long work may wait before it is committed while a backlog is worked off; where none waits, what is
 *     told is committed at once
 * @param idle a raw partition to which nothing was written for this long, by this machine's clock, gets a tick
 */
public record WindowConfig(
        String bootstrap,
        WindowRules rules,
        Path stateDir,
        String application,
        String instance,
        Duration commit,
        Duration idle) {

    /** What holds where nothing else is asked for. */
    public static WindowConfig defaults(String bootstrap, Path stateDir) {
        return new WindowConfig(
                bootstrap,
                WindowRules.DEFAULT,
                stateDir,
                Topics.group("tracemend-windows"),
                "1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
    }

    /** The same with other rules. */
    public WindowConfig with(WindowRules other) {
        return new WindowConfig(bootstrap, other, stateDir, application, instance, commit, idle);
    }
}
