package dev.tracemend.tailer;

import dev.tracemend.logs.RedactionConfig;
import dev.tracemend.tailer.publish.PublishConfig;
import dev.tracemend.tailer.source.ReadConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to follow and where to publish it.
 *
 * @param bootstrap the broker
 * @param topic short name; lines go to {@code logs.raw.<topic>}
 * @param globs files to follow: paths, with {@code *}, {@code ?}, {@code **} and {@code {a,b}}
 * @param stateDir holds the tailer's id and its positions; one tailer at a time
 * @param poll how long to wait before looking again at files that had nothing new
 * @param rescan how often the globs are looked up again, more seldom where that takes long
 * @param joinWait how long an event may wait for further lines of its own
 * @param ticks times without an event after which a source sends a tick, shortest first
 * @param reading where to begin, when to end, and how bytes become lines
 * @param redaction what is masked before anything leaves the process
 * @param publishing how records go to the broker
 */
public record TailerConfig(
        String bootstrap,
        String topic,
        List<String> globs,
        Path stateDir,
        Duration poll,
        Duration rescan,
        Duration joinWait,
        List<Duration> ticks,
        ReadConfig reading,
        RedactionConfig redaction,
        PublishConfig publishing) {

    /** Copies the lists. */
    public TailerConfig {
        globs = List.copyOf(globs);
        ticks = List.copyOf(ticks);
    }

    /** Read and published as by default. */
    public TailerConfig(
            String bootstrap,
            String topic,
            List<String> globs,
            Path stateDir,
            Duration poll,
            Duration rescan,
            Duration joinWait,
            List<Duration> ticks) {
        this(
                bootstrap,
                topic,
                globs,
                stateDir,
                poll,
                rescan,
                joinWait,
                ticks,
                ReadConfig.defaults(),
                RedactionConfig.defaults(),
                PublishConfig.defaults());
    }

    /**
     * With the defaults. The last ticks lie just beyond the quiet time (2 s) and the longest window (30 s) downstream;
     * those before let windows of a burst close in their turn, not all when the last error of the burst is 2 s old.
     */
    public static TailerConfig of(String bootstrap, String topic, List<String> globs, Path stateDir) {
        return new TailerConfig(
                bootstrap,
                topic,
                globs,
                stateDir,
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                List.of(
                        Duration.ofMillis(500),
                        Duration.ofMillis(1_000),
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(2_050),
                        Duration.ofSeconds(31)));
    }

    /** The same, read as said. */
    public TailerConfig reading(ReadConfig other) {
        return with(other, redaction, publishing);
    }

    /** The same, masked as said. */
    public TailerConfig redaction(RedactionConfig other) {
        return with(reading, other, publishing);
    }

    /** The same, published as said. */
    public TailerConfig publishing(PublishConfig other) {
        return with(reading, redaction, other);
    }

    private TailerConfig with(ReadConfig read, RedactionConfig redacted, PublishConfig published) {
        return new TailerConfig(
                bootstrap, topic, globs, stateDir, poll, rescan, joinWait, ticks, read, redacted, published);
    }
}
