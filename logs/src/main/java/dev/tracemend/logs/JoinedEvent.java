package dev.tracemend.logs;

import java.util.Arrays;

/**
 * An event of one source: a line, or a line with its trace, which other events may have interrupted.
 *
 * @param text the first line whole, the others without what carried them
 * @param facts of the first line
 * @param lines the numbers of its lines in their order, as given to {@link EventGrouping#add}
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once; two of these are never compared
public record JoinedEvent(String text, LineFacts facts, long[] lines) {

    @Override
    public String toString() {
        return Arrays.toString(lines) + " " + text;
    }
}
