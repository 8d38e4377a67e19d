package dev.tracemend.agent.edit.format;

import java.util.List;

/**
 * What a reply says about the place besides the lines themselves.
 *
 * @param headers lines or symbols that stand above the place, outermost first
 * @param line 1-based line where the place begins, as the reply has it; 0 where it says nothing
 * @param ordered whether the form promises that places come in the order of the file
 * @param atEnd whether the place is at the file's end
 * @param finalEnd what becomes of the end of the file's last line
 */
public record Hints(List<String> headers, int line, boolean ordered, boolean atEnd, FinalEnd finalEnd) {
    /** Nothing is said. */
    public static final Hints NONE = new Hints(List.of(), 0, false, false, FinalEnd.KEEP);

    /** Copies the headers. */
    public Hints {
        headers = List.copyOf(headers);
    }

    /** What becomes of the end of a file's last line. */
    public enum FinalEnd {
        /** It stays as it is. */
        KEEP,
        /** The last line gets one. */
        ADD,
        /** The last line loses it. */
        REMOVE
    }
}
