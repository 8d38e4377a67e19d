package dev.tracemend.tailer.event;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.LineParser;
import dev.tracemend.logs.Redaction;
import dev.tracemend.logs.Redactor;
import java.util.OptionalLong;

/** Makes the wire record of an event: secrets masked, event time read, an id that no other event has. */
public final class LineEnvelope {
    private final Redactor redactor = new Redactor();
    private final String tailerId;
    private final String host;

    /** For one tailer on one host. */
    public LineEnvelope(String tailerId, String host) {
        this.tailerId = tailerId;
        this.host = host;
    }

    /** The record of an event; {@code readAt} (seconds) stands in where the text names no time. */
    public LogLine line(LogEvent event, String source, String file, int generation, double readAt) {
        Redaction masked = redactor.redact(event.text());
        OptionalLong time = LineParser.parse(event.text()).time();
        return new LogLine(
                1,
                id(file, generation, event.start()),
                LogLine.Kind.LINE,
                masked.text(),
                time.isPresent() ? time.getAsLong() / 1000.0 : readAt,
                source,
                service(source),
                host,
                event.start(),
                event.text().indexOf('\n') >= 0,
                masked.count());
    }

    /** The record of a tick after the event whose id is given. */
    public LogLine tick(String lastId, int number, String source, double time) {
        return new LogLine(
                1, lastId + ":tick" + number, LogLine.Kind.TICK, "", time, source, service(source), host, 0, false, 0);
    }

    private String id(String file, int generation, long offset) {
        return tailerId + ":" + file + ":" + generation + ":" + offset;
    }

    /** {@code shop} of {@code /var/log/shop.log}. */
    private static String service(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
