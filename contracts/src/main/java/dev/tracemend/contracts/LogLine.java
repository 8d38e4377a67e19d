package dev.tracemend.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The value of {@code logs.raw.<topic>}: one event of a log (a line, or a line with its stack trace), or a tick that
 * only says how far a quiet source has come in time. Unknown texts are empty, unknown numbers zero; {@code ts} is event
 * time in seconds since the epoch.
 *
 * @param v version of this form, 1
 * @param id unique for ever: {@code <tailer id>:<device>-<inode>:<generation>:<byte offset>}; empty for foreign lines
 * @param kind what this record is
 * @param line the text; an event of several lines keeps its line feeds, without a final one
 * @param source the file or stream the line came from; the record's key, so that its order is kept
 * @param offset byte offset of the event's first byte within its file
 * @param multiline whether {@code line} was joined from several lines
 * @param redactions how many secrets were masked in {@code line}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record LogLine(
        @JsonInclude(JsonInclude.Include.ALWAYS) int v,
        String id,
        Kind kind,
        @JsonInclude(JsonInclude.Include.ALWAYS) String line,
        @JsonInclude(JsonInclude.Include.ALWAYS) double ts,
        String source,
        String service,
        String host,
        long offset,
        boolean multiline,
        int redactions) {

    /** A {@code line} carries text; a {@code tick} moves event time of a quiet source and carries none. */
    public enum Kind {
        @JsonProperty("line")
        LINE,
        @JsonProperty("tick")
        TICK
    }

    /** Replaces what is absent by the neutral value. */
    public LogLine {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        kind = Absent.or(kind, Kind.LINE);
        line = Absent.text(line);
        ts = Absent.finite(ts);
        source = Absent.text(source);
        service = Absent.text(service);
        host = Absent.text(host);
    }

    /** A line that came without an envelope: only its text and the time of its record are known. */
    public static LogLine bare(String line, String source, double ts) {
        return new LogLine(1, "", Kind.LINE, line, ts, source, "", "", 0, line.indexOf('\n') >= 0, 0);
    }
}
