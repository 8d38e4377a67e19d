package dev.tracemend.tailer;

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
 * @param quiet after this time without an event a source sends its first tick
 * @param longQuiet after this time it sends its second and last one
 */
public record TailerConfig(
        String bootstrap,
        String topic,
        List<String> globs,
        Path stateDir,
        Duration poll,
        Duration rescan,
        Duration joinWait,
        Duration quiet,
        Duration longQuiet) {

    /** Copies the globs. */
    public TailerConfig {
        globs = List.copyOf(globs);
    }

    /** With the defaults. The ticks lie just beyond the quiet time (2 s) and the longest window (30 s) downstream. */
    public static TailerConfig of(String bootstrap, String topic, List<String> globs, Path stateDir) {
        return new TailerConfig(
                bootstrap,
                topic,
                globs,
                stateDir,
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(2_100),
                Duration.ofSeconds(31));
    }
}
