package dev.tracemend.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Joins lines as {@link EventJoiner} does, given and kept as UTF-8 bytes: most lines are told apart by their first bytes,
 * the others by the same rule as there. Not thread-safe.
 */
public final class LineJoiner {
    /** What {@link #time()} answers where the event names none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final int SMALL = 512;
    private static final byte[] NOTHING = new byte[0];
    /** Room kept from one event to the next. */
    private static final int MOST_KEPT = 64 * 1024;

    private final int maxLines;
    private final int maxChars;
    private final StampReader stamps = new StampReader();
    private byte[] event = NOTHING;
    private int length;
    private int lines;
    private long quickTime;
    /** The event's text as far as it was needed: up to the byte {@link #decoded}. */
    private StringBuilder text = new StringBuilder(0);

    private int decoded;

    /** With {@link EventJoiner#MAX_LINES} and {@link EventJoiner#MAX_CHARS}. */
    public LineJoiner() {
        this(EventJoiner.MAX_LINES, EventJoiner.MAX_CHARS);
    }

    LineJoiner(int maxLines, int maxChars) {
        this.maxLines = maxLines;
        this.maxChars = maxChars;
    }

    /** Whether an event is under way and the line, valid UTF-8 without its line feed, belongs to it. */
    public boolean continues(byte[] line, int from, int to) {
        if (length == 0 || stamps.starts(line, from, to) || !fits(line, from, to)) {
            return false;
        }
        return LineHead.continues(line, from, to) || Continuation.test(text(), decode(line, from, to));
    }

    private boolean fits(byte[] line, int from, int to) {
        if (lines >= maxLines) {
            return false;
        }
        // No text has more characters than bytes.
        return length + (to - from) < maxChars
                || text().length() + decode(line, from, to).length() < maxChars;
    }

    /** Adds a line to the event under way, or starts one with it. */
    public void append(byte[] line, int from, int to) {
        int count = to - from;
        if (length + count + 1 > event.length) {
            event = Arrays.copyOf(event, Math.max(length + count + 1, Math.max(SMALL, 2 * event.length)));
        }
        if (lines++ == 0) {
            quickTime = stamps.time(line, from, to);
        } else {
            event[length++] = '\n';
        }
        System.arraycopy(line, from, event, length, count);
        length += count;
    }

    /** Whether an event is under way. */
    public boolean isOpen() {
        return lines > 0;
    }

    /** How many lines the event has. */
    public int lines() {
        return lines;
    }

    /** The event's bytes, its lines joined by LF, up to {@link #length()}; overwritten by the next event. */
    public byte[] bytes() {
        return event;
    }

    /** How many bytes the event has. */
    public int length() {
        return length;
    }

    /** The event's text. */
    public CharSequence text() {
        text.append(decode(event, decoded, length));
        decoded = length;
        return text;
    }

    /** The event's time as {@link LineParser} reads it, milliseconds since the epoch; {@link #NO_TIME} if it names none. */
    public long time() {
        if (quickTime != StampReader.UNSURE) {
            return quickTime;
        }
        OptionalLong time = LineParser.parse(head()).time();
        return time.isPresent() ? time.getAsLong() : NO_TIME;
    }

    /** The event's first two lines: the parser looks at no more. */
    private String head() {
        int first = ByteScan.indexOf(event, 0, length, '\n');
        int second = first < 0 ? -1 : ByteScan.indexOf(event, first + 1, length, '\n');
        return decode(event, 0, second < 0 ? length : second);
    }

    /** Whether lines that come later may well belong to the event; if not, it need not wait for them. */
    public boolean mayGrow() {
        return lines > 1 || Continuation.mayGrow(text().toString());
    }

    /** Forgets the event: the next line starts one. */
    public void clear() {
        if (event.length > MOST_KEPT) {
            event = NOTHING;
        }
        if (text.capacity() > MOST_KEPT) {
            text = new StringBuilder(0);
        }
        text.setLength(0);
        decoded = 0;
        length = 0;
        lines = 0;
    }

    /** Gives back the room it keeps for the next event, if none is under way: thousands of quiet sources need none. */
    public void rest() {
        if (!isOpen()) {
            event = NOTHING;
            text = new StringBuilder(0);
        }
    }

    private static String decode(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
