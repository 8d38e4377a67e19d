package dev.tracemend.contracts;

/**
 * The value of {@code agent.errors}: a record that could not be processed, with all that is needed to look at it and to
 * play it again.
 *
 * @param v version of this form, 1
 * @param topic where it was read
 * @param partition its partition
 * @param offset its offset
 * @param reason one sentence: what was wrong and what to do
 * @param attempts how often it was tried
 * @param payload the record's value in base64, cut at 64 KiB
 * @param key the record's key as text
 * @param ts when it was given up, seconds since the epoch
 */
public record DeadLetter(
        int v,
        String topic,
        int partition,
        long offset,
        String reason,
        int attempts,
        String payload,
        String key,
        double ts) {

    /** Replaces what is absent by the neutral value. */
    public DeadLetter {
        v = v == 0 ? 1 : v;
        topic = Absent.text(topic);
        reason = Absent.text(reason);
        payload = Absent.text(payload);
        key = Absent.text(key);
        ts = Absent.finite(ts);
    }
}
