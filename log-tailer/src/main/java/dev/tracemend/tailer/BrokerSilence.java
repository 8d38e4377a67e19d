package dev.tracemend.tailer;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the broker takes nothing, and once that it does again. */
final class BrokerSilence {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerSilence.class);
    private static final Duration TOLD_AFTER = Duration.ofSeconds(5);

    private final String bootstrap;
    private long acknowledged = -1;
    private long since = System.nanoTime();
    private boolean told;

    BrokerSilence(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void look(long nowAcknowledged, long inFlight) {
        if (nowAcknowledged != acknowledged || inFlight == 0) {
            acknowledged = nowAcknowledged;
            since = System.nanoTime();
            if (told) {
                LOG.info("the broker at {} takes lines again", bootstrap);
                told = false;
            }
        } else if (!told && System.nanoTime() - since > TOLD_AFTER.toNanos()) {
            LOG.warn(
                    "the broker at {} takes nothing; waiting for it, with {} records on their way",
                    bootstrap,
                    inFlight);
            told = true;
        }
    }
}
