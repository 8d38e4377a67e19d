package dev.tracemend.worker.intake;

import dev.tracemend.contracts.ContextPlace;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.MemoryEntry;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A context to be answered, wherever it came from.
 *
 * @param partition whose owner answers it
 * @param place where it can be read again; {@link ContextPlace#NONE} for a task
 * @param tries how often it was tried before
 * @param counted whether its errors are in the memory already: it waited in {@code agent.retries.<topic>}
 * @param asked whether a person asked for the work, so that it does not wait for further errors
 * @param origin where it was read first, {@code topic-partition@offset}
 * @param sent when its record was written, seconds since the epoch
 */
public record Incoming(
        int partition,
        ErrorContext context,
        ContextPlace place,
        int tries,
        boolean counted,
        boolean asked,
        String origin,
        double sent) {

    /** A record of {@code logs.ctx.<topic>}. */
    public static Incoming fresh(ConsumerRecord<byte[], byte[]> record, ErrorContext context) {
        ContextPlace place = new ContextPlace(record.partition(), record.offset());
        String origin = record.topic() + '-' + record.partition() + '@' + record.offset();
        return new Incoming(record.partition(), context, place, 0, false, false, origin, sent(record));
    }

    /** A record of {@code agent.retries.<topic>}. */
    public static Incoming waited(ConsumerRecord<byte[], byte[]> record, ErrorContext context) {
        String origin = RetryIntake.text(record, Headers.ORIGIN);
        String digits = origin.substring(origin.lastIndexOf('@') + 1);
        ContextPlace place = digits.matches("\\d{1,18}")
                ? new ContextPlace(record.partition(), Long.parseLong(digits))
                : ContextPlace.NONE;
        int tries = (int) RetryIntake.number(record, Headers.ATTEMPTS);
        return new Incoming(record.partition(), context, place, tries, true, false, origin, sent(record));
    }

    /** A context that was answered, because a person asks for it: under a name of its own, and not counted again. */
    public static Incoming again(ErrorContext context, MemoryEntry known, int partition) {
        ErrorContext named = new ErrorContext(
                context.v(),
                context.id() + '~' + (known.decisions().size() + 1),
                context.topic(),
                context.emission(),
                known.fingerprint(),
                context.title(),
                context.service(),
                context.language(),
                context.exceptions(),
                context.count(),
                context.firstSeen(),
                context.lastSeen(),
                context.window(),
                context.ctx(),
                context.samples(),
                context.redactions(),
                context.truncated(),
                context.ts());
        double now = Instant.now().toEpochMilli() / 1_000.0;
        String origin = "retry of " + known.resultId();
        return new Incoming(partition, named, known.place(), 0, true, true, origin, now);
    }

    private static double sent(ConsumerRecord<byte[], byte[]> record) {
        return record.timestamp() / 1_000.0;
    }
}
