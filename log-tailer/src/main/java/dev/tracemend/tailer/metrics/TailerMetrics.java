package dev.tracemend.tailer.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The tailer's counters since its start; they only rise, whatever thread raises them, and outlive a session.
 *
 * @param lines complete lines read, held in no event yet or in one
 * @param bytes bytes read from sources, line ends included; what a restart of the session reads again counts again
 * @param records records the broker has acknowledged, ticks included
 * @param recordBytes bytes of the values of those records
 * @param acknowledgedBytes bytes of the sources that lie before an acknowledged position
 * @param rotations files that went on under another name, or under their name with another file behind it
 * @param truncations contents that proved new behind a known device and inode
 * @param cut lines cut at the limit, of the tailer or of the broker
 * @param flagged lines with bytes that are no text in their encoding
 * @param invalidBytes those bytes
 * @param retries producers thrown away and lines read again for it
 * @param checkpointFailures saves of the positions that failed
 * @param lostBytes bytes of files that were deleted before they could be read: the only loss there is
 * @param redactions masked secrets by kind, for example {@code jwt}
 */
public record TailerMetrics(
        LongAdder lines,
        LongAdder bytes,
        LongAdder records,
        LongAdder recordBytes,
        LongAdder acknowledgedBytes,
        LongAdder rotations,
        LongAdder truncations,
        LongAdder cut,
        LongAdder flagged,
        LongAdder invalidBytes,
        LongAdder retries,
        LongAdder checkpointFailures,
        LongAdder lostBytes,
        ConcurrentMap<String, LongAdder> redactions) {

    /** All at zero. */
    public static TailerMetrics fresh() {
        return new TailerMetrics(
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new ConcurrentHashMap<>());
    }

    /** So many secrets of a kind were masked. */
    public void redacted(String kind, long count) {
        if (count > 0) {
            redactions.computeIfAbsent(kind, key -> new LongAdder()).add(count);
        }
    }

    /** Masked secrets by kind, in the order of their names. */
    public Map<String, Long> redactionsByKind() {
        Map<String, Long> sums = new TreeMap<>();
        redactions.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }
}
