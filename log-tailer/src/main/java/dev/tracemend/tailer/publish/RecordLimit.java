package dev.tracemend.tailer.publish;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;

/** How many bytes the broker takes in one record. A line that would be larger is cut and says so: it never blocks the rest. */
public record RecordLimit(int bytes) {
    /** What a broker takes by default is 1,048,588 bytes, with key and headers. */
    public static final RecordLimit DEFAULT = new RecordLimit(960 * 1024);

    private static final int LEAST = 1_024;

    /** After a broker has refused this one. */
    public RecordLimit smaller() {
        return new RecordLimit(Math.max(LEAST, bytes / 2));
    }

    /** Whether it cannot be made smaller. */
    boolean isLeast() {
        return bytes <= LEAST;
    }

    /** The record of a line within the limit, unless source and id alone are larger. */
    byte[] fit(byte[] value) {
        return value.length <= bytes ? value : fit(Wire.logLine(value, "", 0));
    }

    /** The line as JSON within the limit, unless source and id alone are larger. */
    byte[] fit(LogLine line) {
        byte[] value = Wire.write(line);
        int full = value.length;
        int keep = line.line().length();
        while (value.length > bytes && keep > 0) {
            // JSON spells some characters with six bytes, so this is not exact at once.
            keep = (int) Math.min(keep * 9L / 10, (long) keep * (bytes - 512) / value.length);
            value = Wire.write(cut(line, Math.max(0, keep), full));
        }
        return value;
    }

    private static LogLine cut(LogLine line, int keep, int full) {
        String text = line.line();
        int end = keep > 0 && Character.isHighSurrogate(text.charAt(keep - 1)) ? keep - 1 : keep;
        return new LogLine(
                line.v(),
                line.id(),
                line.kind(),
                text.substring(0, end) + " … [cut: the record would have " + full + " bytes]",
                line.ts(),
                line.source(),
                line.service(),
                line.host(),
                line.offset(),
                line.multiline(),
                line.redactions());
    }
}
