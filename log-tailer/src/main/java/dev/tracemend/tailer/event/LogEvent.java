package dev.tracemend.tailer.event;

/**
 * One event of a file: a line with whatever belongs to it.
 *
 * @param text its lines, joined by LF
 * @param start offset of its first byte
 * @param end offset after its last line's end
 */
public record LogEvent(String text, long start, long end) {}
