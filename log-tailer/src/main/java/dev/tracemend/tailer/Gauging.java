package dev.tracemend.tailer;

import dev.tracemend.tailer.metrics.TailerGauges;
import dev.tracemend.tailer.metrics.TailerMetrics;
import dev.tracemend.tailer.publish.LinePublisher;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a session's files and its publisher now and then, and says how things stand. One thread only. */
final class Gauging {
    private static final Logger LOG = LoggerFactory.getLogger(Gauging.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    /** Looking takes at most one part in so many of the time. */
    private static final int SHARE = 500;

    private final TailerMetrics metrics;
    private final TailerGauges gauges;
    private final Lag lag = new Lag();
    private long next = System.nanoTime();
    private long counted;
    private long countedBytes;

    Gauging(TailerMetrics metrics, TailerGauges gauges) {
        this.metrics = metrics;
        this.gauges = gauges;
    }

    /** If it is time. */
    void look(Collection<FollowedFile> files, LinePublisher publisher, BrokerSilence silence) {
        long start = System.nanoTime();
        if (start >= next) {
            now(files, publisher, silence);
            next = start + Math.max(EVERY.toNanos(), SHARE * (System.nanoTime() - start));
        }
    }

    void now(Collection<FollowedFile> files, LinePublisher publisher, BrokerSilence silence) {
        long waiting = 0;
        int nameless = 0;
        for (FollowedFile file : files) {
            waiting += file.lag();
            nameless += file.isNamed() ? 0 : 1;
        }
        gauges.files(files.size(), nameless);
        gauges.lag(
                waiting,
                lag.seconds(System.nanoTime(), metrics.acknowledgedBytes().sum(), waiting));
        gauges.broker(silence.isSilent(), silence.since());
        long arrived = publisher.acknowledged() - counted;
        counted += arrived;
        metrics.records().add(arrived);
        metrics.recordBytes().add(publisher.acknowledgedBytes() - countedBytes);
        countedBytes = publisher.acknowledgedBytes();
        gauges.delivery(publisher.inFlight(), arrived > 0);
    }

    /** A file that no name leads to any more cannot be opened again: what it still held is lost, and is said to be. */
    void lost(Collection<FollowedFile> files) {
        for (FollowedFile file : files) {
            long left = file.lag();
            if (left > 0 && !file.canBeReadAgain()) {
                metrics.lostBytes().add(left);
                LOG.error(
                        "{} was deleted before its last {} bytes were delivered; they are lost",
                        file.follower().source(),
                        left);
            }
        }
    }
}
