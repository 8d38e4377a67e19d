package dev.tracemend.tailer;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the broker takes nothing, once and then every minute, and once that it does again. */
final class BrokerSilence {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSilence.class);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(5);
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final String bootstrap;
    private long acknowledged = -1;
    private long since = System.nanoTime();
    private long tellAt = since + TOLD_AFTER.toNanos();
    private boolean silent;

    BrokerSilence(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void look(long nowAcknowledged, long inFlight) {
        long now = System.nanoTime();
        if (nowAcknowledged != acknowledged || inFlight == 0) {
            acknowledged = nowAcknowledged;
            since = now;
            tellAt = now + TOLD_AFTER.toNanos();
            if (silent) {
                LOG.info("the broker at {} takes lines again", bootstrap);
                silent = false;
            }
        } else if (now > tellAt) {
            LOG.warn(
                    "the broker at {} has taken nothing for {} s; waiting for it, with {} records on their way",
                    bootstrap,
                    Duration.ofNanos(now - since).toSeconds(),
                    inFlight);
            tellAt = now + TOLD_AGAIN.toNanos();
            silent = true;
        }
    }

    boolean isSilent() {
        return silent;
    }

    /** Nanoseconds of the steady clock. */
    long since() {
        return since;
    }
}
