package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the lines of some sources into one raw topic, as a tailer does; times are seconds after noon of a day. */
public final class RawLines {
    /** Where the clock of the tests starts. */
    public static final double NOON = 1_780_000_000;

    private final String topic;
    private final List<RawRecord> records = new ArrayList<>();

    public RawLines(String topic) {
        this.topic = topic;
    }

    public List<RawRecord> records() {
        return records;
    }

    /** The same records again, as after a tailer's restart; Kafka gives them new offsets. */
    public RawLines again(int from) {
        for (RawRecord record : List.copyOf(records.subList(from, records.size()))) {
            add(record.key(), record.value(), record.millis());
        }
        return this;
    }

    public RawLines line(String source, double seconds, String text) {
        return line(source, "t1:1-" + source.length(), 0, records.size() * 100L, seconds, text);
    }

    public RawLines line(String source, String file, long generation, long offset, double seconds, String text) {
        boolean multiline = text.indexOf('\n') >= 0;
        String id = file + ':' + generation + ':' + offset;
        double ts = NOON + seconds;
        return add(new LogLine(
                1, id, LogLine.Kind.LINE, text, ts, source, "shop", "host", offset, multiline, multiline ? 1 : 0));
    }

    public RawLines tick(String source, double seconds) {
        return add(new LogLine(1, "", LogLine.Kind.TICK, "", NOON + seconds, source, "shop", "host", 0, false, 0));
    }

    /** Bare text, as a foreign producer sends it. */
    public RawLines bare(String source, double seconds, String text) {
        return bytes(source, seconds, text.getBytes(StandardCharsets.UTF_8));
    }

    public RawLines bytes(String source, double seconds, byte[] value) {
        return add(source.getBytes(StandardCharsets.UTF_8), value, Math.round((NOON + seconds) * 1000));
    }

    private RawLines add(LogLine line) {
        return add(line.source().getBytes(StandardCharsets.UTF_8), Wire.write(line), Math.round(line.ts() * 1000));
    }

    private RawLines add(byte[] key, byte[] value, long millis) {
        records.add(new RawRecord("logs.raw." + topic, 0, records.size(), key, value, millis));
        return this;
    }
}
