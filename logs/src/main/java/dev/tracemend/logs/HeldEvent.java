package dev.tracemend.logs;

/**
 * An event whose end was not seen yet, as a reader that may stop keeps it; made and read by {@link EventGrouping} alone.
 *
 * @param stream what carried its lines, empty for none
 * @param first its first line
 * @param start where in that line the application's own begins
 * @param text all lines, once there are several
 * @param lines how many there are
 * @param number of its first line
 * @param last its latest line
 * @param misses lines of others that passed it by
 * @param header which line named the latest exception
 * @param at when its latest line was written, milliseconds since the epoch
 */
public record HeldEvent(
        String stream,
        String first,
        int start,
        String text,
        int lines,
        long number,
        String last,
        int misses,
        int header,
        long at) {}
