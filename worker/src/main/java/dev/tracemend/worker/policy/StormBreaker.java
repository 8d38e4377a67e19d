package dev.tracemend.worker.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Trips when too many new causes come at once, and stays so for a while. Thread-safe. */
public final class StormBreaker {
    private final Policy policy;
    private final Deque<Instant> causes = new ArrayDeque<>();
    private Instant until = Instant.EPOCH;

    /** A breaker with the policy's limits. */
    public StormBreaker(Policy policy) {
        this.policy = policy;
    }

    /** Notes a cause that was not known before. */
    public synchronized void newCause(Instant now) {
        causes.addLast(now);
        Duration within = policy.stormWithin();
        while (!causes.isEmpty() && causes.getFirst().isBefore(now.minus(within))) {
            causes.removeFirst();
        }
        if (causes.size() > policy.stormCauses()) {
            until = now.plus(policy.stormPause());
            causes.clear();
        }
    }

    /** Why nothing may be begun now; empty where something may. */
    public synchronized String objection(Instant now) {
        return now.isBefore(until)
                ? "more than " + policy.stormCauses() + " new causes within "
                        + policy.stormWithin().toSeconds() + " s: nothing is begun until " + until
                : "";
    }
}
