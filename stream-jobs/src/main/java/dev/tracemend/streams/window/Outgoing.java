package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Headers;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record for an engine to send: full topic name, key, value and headers. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go; two of these are never compared
public record Outgoing(String topic, String key, byte[] value, Map<String, String> headers) {
    private static final String SOURCE = "/tracemend/stream-jobs";

    /** Keeps the headers' order. */
    public Outgoing {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A context, keyed by its cause. */
    public static Outgoing of(ErrorContext context) {
        Map<String, String> headers = Headers.of("context", context.id(), SOURCE, instant(context.ts()));
        return new Outgoing(Topics.ctx(context.topic()), context.fingerprint(), Wire.write(context), headers);
    }

    /** A dead letter, keyed as its record was. */
    public static Outgoing of(DeadLetter letter) {
        String id = letter.topic() + '/' + letter.partition() + '/' + letter.offset();
        Map<String, String> headers = Headers.of("deadletter", id, SOURCE, instant(letter.ts()));
        return new Outgoing(Topics.ERRORS, letter.key(), Wire.write(letter), headers);
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
