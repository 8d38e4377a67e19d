package dev.tracemend.streams.window;

import dev.tracemend.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The settings of this module.
 *
 * @param bootstrap Kafka's address, {@code host:port}
 * @param quiet a cause that was not seen for this long, in event time, has its window closed
 * @param max a window is emitted at the latest after this time; a storm that goes on continues as its next emission
 * @param linesBefore lines kept before an error, 0 to 40
 * @param linesAfter lines kept after an error, 0 to 40
 * @param stateDir where the engine keeps its state; it may be lost, then it is read back from Kafka
 * @param application prefix of the consumer group and of internal topics; engines of one name share the work
 * @param instance this engine's own name among those, the same after a restart, so that Kafka gives it its work back at
 *     once
 * @param commit how long finished work may wait before it is committed and becomes visible; where no backlog waits,
 *     what is told is committed at once
 * @param lateness a line this much older than its source's time goes to {@code agent.errors}
 * @param emit when a window is told
 * @param idle a raw partition to which nothing was written for this long, by this machine's clock, gets a tick
 */
public record WindowConfig(
        String bootstrap,
        Duration quiet,
        Duration max,
        int linesBefore,
        int linesAfter,
        Path stateDir,
        String application,
        String instance,
        Duration commit,
        Duration lateness,
        WindowRules.Emit emit,
        Duration idle) {

    /** What holds where nothing else is asked for. */
    public static WindowConfig defaults(String bootstrap, Path stateDir) {
        WindowRules rules = WindowRules.DEFAULT;
        return new WindowConfig(
                bootstrap,
                rules.quiet(),
                rules.max(),
                rules.linesBefore(),
                rules.linesAfter(),
                stateDir,
                Topics.group("tracemend-windows"),
                "1",
                Duration.ofMillis(250),
                rules.lateness(),
                rules.emit(),
                Duration.ofSeconds(5));
    }

    /** The same with other rules. */
    public WindowConfig with(WindowRules rules) {
        return new WindowConfig(
                bootstrap,
                rules.quiet(),
                rules.max(),
                rules.linesBefore(),
                rules.linesAfter(),
                stateDir,
                application,
                instance,
                commit,
                rules.lateness(),
                rules.emit(),
                idle);
    }

    /** The part that the stages need. */
    public WindowRules rules() {
        return new WindowRules(quiet, max, linesBefore, linesAfter, lateness, emit);
    }
}
