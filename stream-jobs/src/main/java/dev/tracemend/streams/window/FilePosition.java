package dev.tracemend.streams.window;

import dev.tracemend.contracts.LogLine;
import java.util.Optional;

/**
 * The place that a line's id names: {@code <tailer>:<device>-<inode>:<generation>:<offset>}.
 *
 * @param file tailer, device and inode
 * @param generation grows when the file is truncated or its inode is used again
 * @param offset of the event's first byte
 */
record FilePosition(String file, long generation, long offset) {

    /** The position of a line; nothing where it has no id or a foreign one. */
    static Optional<FilePosition> of(LogLine line) {
        String id = line.id();
        int last = id.lastIndexOf(':');
        int middle = last <= 0 ? -1 : id.lastIndexOf(':', last - 1);
        if (middle <= 0) {
            return Optional.empty();
        }
        try {
            long generation = Long.parseLong(id.substring(middle + 1, last));
            long offset = Long.parseLong(id.substring(last + 1));
            return Optional.of(new FilePosition(id.substring(0, middle), generation, offset));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this place of the same file lies behind another, so that a line here cannot be a repeat. */
    boolean isBehind(FilePosition other) {
        return generation > other.generation || (generation == other.generation && offset > other.offset);
    }
}
