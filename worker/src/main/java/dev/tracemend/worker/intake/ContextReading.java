package dev.tracemend.worker.intake;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the bytes of a record turned out to be. */
public sealed interface ContextReading {
    /** Characters of an id or a fingerprint: they are repeated in every answer, which must fit into a record. */
    int LONGEST_NAME = 2_000;

    /** A context with id, topic, fingerprint and title, whatever form it came in. */
    record Readable(ErrorContext context) implements ContextReading {}

    /** Nothing that can be worked on; the reason is a sentence. */
    record Unreadable(String reason) implements ContextReading {}

    /** Reads a record of {@code logs.ctx.<topic>}; never throws for its content. */
    static ContextReading of(ConsumerRecord<byte[], byte[]> record, String topic) {
        if (record.value() == null || record.value().length == 0) {
            return new Unreadable("the record is empty; a context is a JSON object");
        }
        try {
            ErrorContext context = Wire.errorContext(record.value());
            boolean empty =
                    context.exceptions().isEmpty() && context.ctx().stream().allMatch(String::isBlank);
            if (empty) {
                return new Unreadable("the context holds neither log lines nor an exception");
            }
            return context.id().length() > LONGEST_NAME || context.fingerprint().length() > LONGEST_NAME
                    ? new Unreadable("\"id\" and \"fingerprint\" hold at most " + LONGEST_NAME + " characters")
                    : new Readable(MaskedContext.of(complete(context, record, topic)));
        } catch (MalformedRecordException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ErrorContext complete(ErrorContext context, ConsumerRecord<byte[], byte[]> record, String topic) {
        LoggedError error = context.fingerprint().isEmpty() || context.title().isEmpty()
                ? LoggedError.in(context.ctx())
                : LoggedError.NONE;
        double ts = context.ts() > 0 ? context.ts() : record.timestamp() / 1_000.0;
        return new ErrorContext(
                context.v(),
                context.id().isEmpty() ? idOf(record) : context.id(),
                topic,
                context.emission(),
                context.fingerprint().isEmpty() ? error.fingerprint() : context.fingerprint(),
                context.title().isEmpty() ? error.title() : context.title(),
                context.service(),
                context.language(),
                context.exceptions(),
                Math.max(1, context.count()),
                context.firstSeen() > 0 ? context.firstSeen() : ts,
                context.lastSeen() > 0 ? context.lastSeen() : ts,
                context.window(),
                context.ctx(),
                context.samples(),
                context.redactions(),
                context.truncated(),
                ts);
    }

    /** A record keeps its place, so a redelivered one gets the same id. */
    private static String idOf(ConsumerRecord<byte[], byte[]> record) {
        String place = record.topic() + '/' + record.partition() + '/' + record.offset();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java run time has SHA-256", e);
        }
    }
}
