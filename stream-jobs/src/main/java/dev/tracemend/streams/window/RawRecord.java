package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One record of {@code logs.raw.<topic>} as Kafka holds it.
 *
 * @param topic the full topic name
 * @param millis the record's own time, milliseconds since the epoch
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; two of these are never compared
public record RawRecord(
        String topic, int partition, long offset, byte @Nullable [] key, byte @Nullable [] value, long millis) {
    private static final int PAYLOAD = 64 * 1024;
    /** Names are kept in state and in every context, so they must be of a sane size. */
    private static final int LONGEST_NAME = 2_000;
    /** Milliseconds; time zones that are taken for others explain half of it. */
    private static final long FUTURE = 86_400_000;

    /** The line in it, or why there is none; never throws. */
    public RawReading read() {
        if (value == null) {
            return unreadable("the record has no value; a line of text or a JSON object with \"line\" is expected");
        }
        try {
            LogLine line = sane(Wire.logLine(value, keyText(), millis / 1000.0));
            boolean fits = longest(line) <= LONGEST_NAME;
            return fits
                    ? new RawReading.ReadLine(line)
                    : unreadable("\"id\", \"source\", \"service\" and \"host\" hold at most " + LONGEST_NAME
                            + " characters; one of them has " + longest(line));
        } catch (MalformedRecordException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** A line that was sent a day before it says it was written has no time of its own. */
    private LogLine sane(LogLine line) {
        boolean known = millis > 0 && line.ts() * 1000 > millis + FUTURE;
        return known ? withTime(line, millis / 1000.0) : line;
    }

    private static LogLine withTime(LogLine of, double ts) {
        return new LogLine(
                of.v(),
                of.id(),
                of.kind(),
                of.line(),
                ts,
                of.source(),
                of.service(),
                of.host(),
                of.offset(),
                of.multiline(),
                of.redactions());
    }

    /** The short name of the topic. */
    public String shortTopic() {
        return Topics.shortName(topic);
    }

    /** What is kept of this record when it cannot be worked on. */
    public DeadLetter deadLetter(String reason) {
        byte[] bytes = value == null ? new byte[0] : value;
        byte[] payload = bytes.length > PAYLOAD ? Arrays.copyOf(bytes, PAYLOAD) : bytes;
        return new DeadLetter(
                1,
                topic,
                partition,
                offset,
                reason,
                1,
                Base64.getEncoder().encodeToString(payload),
                keyText(),
                millis / 1000.0);
    }

    private static int longest(LogLine line) {
        int names = Math.max(line.service().length(), line.host().length());
        return Math.max(names, Math.max(line.id().length(), line.source().length()));
    }

    private RawReading unreadable(String reason) {
        return new RawReading.ReadFailure(deadLetter(reason));
    }

    private String keyText() {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
