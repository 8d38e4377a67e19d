package dev.tracemend.tailer.event;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.LineJoiner;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import dev.tracemend.tailer.metrics.TailerMetrics;
import java.nio.charset.StandardCharsets;

/**
 * Makes the wire record of an event: secrets masked, event time read, an id that no other event has. Events go from bytes
 * to bytes, in the form in which {@link LogLine} is written otherwise. Not thread-safe.
 */
public final class LineEnvelope {
    private final Redactor redactor;
    private final TailerMetrics metrics;
    private final JsonBytes json = new JsonBytes();
    private final String tailerId;
    private final String host;
    private long time;

    /** For one tailer on one host, with every rule for secrets. */
    public LineEnvelope(String tailerId, String host) {
        this(tailerId, host, new Redactor(), TailerMetrics.fresh());
    }

    /** Masks with a redactor of one's own and counts what it masks. */
    public LineEnvelope(String tailerId, String host, Redactor redactor, TailerMetrics metrics) {
        this.tailerId = tailerId;
        this.host = host;
        this.redactor = redactor;
        this.metrics = metrics;
    }

    /** What the records of one content of a file have in common. */
    public final class Origin {
        private final String idStart;
        private final byte[] head;
        private final byte[] tail;

        private Origin(String source, String file, int generation) {
            idStart = tailerId + ":" + file + ":" + generation + ":";
            head = json.clear().raw("{\"v\":1,\"id\":\"").text(idStart).toBytes();
            json.clear();
            field("source", source);
            field("service", service(source));
            field("host", host);
            tail = json.toBytes();
        }

        private void field(String name, String value) {
            if (!value.isEmpty()) {
                json.raw(",\"" + name + "\":\"").text(value).raw("\"");
            }
        }

        /** The id of the event that starts at an offset. */
        public String id(long offset) {
            return idStart + offset;
        }
    }

    /** For the events of a file ({@code <device>-<inode>}) that bear a source's name. */
    public Origin origin(String source, String file, int generation) {
        return new Origin(source, file, generation);
    }

    private static final byte[] LINE = ascii("\",\"kind\":\"line\",\"line\":\"");
    private static final byte[] TIME = ascii("\",\"ts\":");
    private static final byte[] OFFSET = ascii(",\"offset\":");
    private static final byte[] MULTILINE = ascii(",\"multiline\":true");
    private static final byte[] REDACTIONS = ascii(",\"redactions\":");
    private static final byte[] END = ascii("}");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The record of an event that starts at an offset, as JSON.
     *
     * @param happened event time, milliseconds since the epoch
     */
    public byte[] line(LineJoiner event, LineFlags flags, Origin origin, long start, long happened) {
        time = happened;
        int idEnd = json.clear().raw(origin.head).length();
        int offsetEnd = json.number(start).length();
        json.raw(LINE);
        int redactions = text(event);
        json.raw(TIME).seconds(time).raw(origin.tail);
        if (start != 0) {
            json.raw(OFFSET).again(idEnd, offsetEnd);
        }
        if (event.lines() > 1) {
            json.raw(MULTILINE);
        }
        if (redactions != 0) {
            json.raw(REDACTIONS).number(redactions);
        }
        flags.writeTo(json);
        return json.raw(END).toBytes();
    }

    private int text(LineJoiner event) {
        if (redactor.suspects(event.bytes(), 0, event.length())) {
            Redaction masked = redactor.redact(event.text().toString());
            if (masked.count() > 0) {
                masked.kinds().forEach(metrics::redacted);
                json.text(masked.text());
                return masked.count();
            }
        }
        json.text(event.bytes(), 0, event.length());
        return 0;
    }

    /** Event time of the last record, milliseconds since the epoch. */
    public long time() {
        return time;
    }

    /** The record of a tick after the event whose id is given. */
    public LogLine tick(String lastId, int number, String source, double time) {
        return new LogLine(
                1, lastId + ":tick" + number, LogLine.Kind.TICK, "", time, source, service(source), host, 0, false, 0);
    }

    /** {@code shop} of {@code /var/log/shop.log}. */
    private static String service(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
