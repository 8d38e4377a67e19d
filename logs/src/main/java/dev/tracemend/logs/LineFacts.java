package dev.tracemend.logs;

import java.util.OptionalLong;

/**
 * What the first line of an event says of itself. Texts are empty where the layout has none.
 *
 * @param time milliseconds since the epoch; a time without a zone is read as UTC
 * @param message the line without its prefix
 */
public record LineFacts(Level level, OptionalLong time, String logger, String thread, String message) {}
