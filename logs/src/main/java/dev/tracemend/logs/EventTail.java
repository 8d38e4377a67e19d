package dev.tracemend.logs;

/** Looks at the lines of an event from its end, in bounded steps: however long the event, a look costs little. */
final class EventTail {
    /** Longer lines are cut for the look; what decides stands at their start. */
    private static final int LONGEST = 4_096;

    private final CharSequence event;
    private int end;

    EventTail(CharSequence event) {
        this.event = event;
        this.end = event.length();
    }

    /** Whether a line is left. */
    boolean hasMore() {
        return end >= 0;
    }

    /** The line above the last one given; of a very long one its end. */
    String next() {
        int stop = Math.max(0, end - LONGEST);
        int start = end;
        while (start > stop && event.charAt(start - 1) != '\n') {
            start--;
        }
        String line = event.subSequence(start, end).toString();
        end = start == 0 ? -1 : start - 1;
        return line;
    }

    /** The first line of an event, cut at the length that parsers look at. */
    static String firstLine(CharSequence event) {
        int end = 0;
        while (end < event.length() && end < LONGEST && event.charAt(end) != '\n') {
            end++;
        }
        return event.subSequence(0, end).toString();
    }
}
