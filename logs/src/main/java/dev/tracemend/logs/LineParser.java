package dev.tracemend.logs;

import java.util.OptionalLong;

/** Reads level, time, logger, thread and message from the first line of an event. */
public final class LineParser {
    private LineParser() {}

    /** What {@code event}'s first line says; the level is {@link Level#UNKNOWN} and texts are empty where it says nothing. */
    public static LineFacts parse(String event) {
        int end = event.indexOf('\n');
        String line = end < 0 ? event : event.substring(0, end);
        Level level = Level.UNKNOWN;
        for (String word : line.substring(0, Math.min(256, line.length())).split("[^A-Z]+", 12)) {
            for (Level each : Level.values()) {
                if (each.name().equals(word) && level == Level.UNKNOWN) {
                    level = each;
                }
            }
        }
        return new LineFacts(level, OptionalLong.empty(), "", "", line);
    }
}
