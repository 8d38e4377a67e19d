package dev.tracemend.agent.edit;

/**
 * Replaces the characters {@code start} (inclusive) to {@code end} (exclusive) of a file's original text. Edits of one
 * change never overlap.
 *
 * @param path relative to the checkout's root, with {@code /}
 */
public record TextEdit(String path, int start, int end, String replacement) {

    /** Rejects a range that cannot be. */
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit of " + path + " has the range " + start + " to " + end);
        }
    }
}
