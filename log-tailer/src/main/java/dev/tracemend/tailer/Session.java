package dev.tracemend.tailer;

import dev.tracemend.tailer.event.LineEnvelope;
import dev.tracemend.tailer.event.QuietSources;
import dev.tracemend.tailer.publish.LinePublisher;
import dev.tracemend.tailer.source.FileFollower;
import dev.tracemend.tailer.source.FileIdentity;
import dev.tracemend.tailer.source.LogFiles;
import dev.tracemend.tailer.source.PositionRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All files with one producer. When the producer fails for good, the session is thrown away and another starts at the
 * acknowledged positions: lines may come twice, with the same ids, none is lost. One thread only.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** A file that was renamed or removed is read on for this long after its last line. */
    private static final Duration ROTATED_WAIT = Duration.ofSeconds(10);

    private final TailerConfig config;
    private final LogFiles files;
    private final PositionRegistry registry;
    private final LineEnvelope envelope;
    private final QuietSources quiet;
    private final LinePublisher publisher;
    private final Map<FileIdentity, FollowedFile> followed = new LinkedHashMap<>();
    private final Set<Path> passedOver = new HashSet<>();

    Session(
            TailerConfig config,
            LogFiles files,
            PositionRegistry registry,
            LineEnvelope envelope,
            QuietSources quiet,
            String clientId) {
        this.config = config;
        this.files = files;
        this.registry = registry;
        this.envelope = envelope;
        this.quiet = quiet;
        this.publisher = new LinePublisher(config.bootstrap(), config.topic(), clientId);
    }

    /** Looks the globs up again: new files are opened, files that are gone and read to their end are left. */
    void rescan() {
        Set<FileIdentity> named = new HashSet<>();
        for (Path path : files.now()) {
            try {
                FileIdentity identity = FileIdentity.of(path);
                named.add(identity);
                if (!followed.containsKey(identity)) {
                    followed.put(
                            identity,
                            new FollowedFile(
                                    FileFollower.open(path, registry), envelope, publisher, quiet, config.joinWait()));
                    LOG.info("following {}", path);
                }
            } catch (IOException e) {
                // Gone between listing and opening, or not ours to read; the next look decides.
                if (passedOver.add(path)) {
                    LOG.warn("{} cannot be opened and is passed over: {}", path, e.toString());
                }
            }
        }
        for (Iterator<FollowedFile> all = followed.values().iterator(); all.hasNext(); ) {
            FollowedFile file = all.next();
            if (!named.contains(file.follower().identity()) && file.isQuietFor(ROTATED_WAIT)) {
                file.remember();
                file.close();
                all.remove();
            }
        }
    }

    /** One turn over all files; whether any had something new. */
    boolean turn() {
        boolean any = false;
        for (FollowedFile file : followed.values()) {
            try {
                any |= file.turn();
            } catch (IOException e) {
                LOG.warn("{} cannot be read now: {}", file.follower().source(), e.toString());
            }
        }
        tick();
        return any;
    }

    private void tick() {
        for (QuietSources.Tick tick : quiet.due(FollowedFile.now())) {
            publisher.send(envelope.tick(tick.lastId(), tick.number(), tick.source(), tick.time()), tick.arrived());
        }
    }

    void remember() {
        followed.values().forEach(FollowedFile::remember);
        // Before the positions: what they have passed is owed its ticks, whatever comes.
        quiet.save();
        registry.save();
    }

    Optional<Exception> failure() {
        return publisher.failure();
    }

    long acknowledged() {
        return publisher.acknowledged();
    }

    long inFlight() {
        return publisher.inFlight();
    }

    /** Ends open events, waits for what is on its way, and saves the positions. */
    void finish() {
        followed.values().forEach(FollowedFile::flush);
        publisher.close();
        remember();
    }

    @Override
    public void close() {
        publisher.close(Duration.ZERO);
        followed.values().forEach(FollowedFile::close);
    }
}
