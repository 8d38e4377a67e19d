package dev.tracemend.streams.window;

import org.jspecify.annotations.Nullable;

/** A line that may come to be shown around an error: few do, so it is masked and cleaned only then. */
final class AroundLine {
    private final String raw;
    private @Nullable String shown;

    private AroundLine(String raw, @Nullable String shown) {
        this.raw = raw;
        this.shown = shown;
    }

    /** A line as it was written. */
    static AroundLine written(String raw) {
        return new AroundLine(raw, null);
    }

    /** A line as it may be shown. */
    static AroundLine ready(String line) {
        return new AroundLine(line, line);
    }

    String shown() {
        String text = shown;
        if (text == null) {
            text = EventLines.shown(EventJudge.masked(raw));
            shown = text;
        }
        return text;
    }
}
