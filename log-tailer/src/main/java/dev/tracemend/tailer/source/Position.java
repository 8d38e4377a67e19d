package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * How far one content of one file has been delivered.
 *
 * @param generation rises whenever the content behind the same device and inode proves new
 * @param offset everything before it has been acknowledged
 * @param head of the file's first bytes, to notice new content
 * @param tail of the bytes before {@code offset}, for the same reason
 * @param source the path under which the file was first seen; the key of its lines
 * @param left whether the file was rotated away, read to its end and left
 */
record Position(FileIdentity file, int generation, long offset, Digest head, Digest tail, String source, boolean left) {
    private static final int LEAST = 24;

    Position {
        if (generation < 0 || offset < 0 || tail.length() > offset) {
            throw new IllegalArgumentException("no position: generation " + generation + ", offset " + offset);
        }
    }

    /** At the start of a content that nothing is known of. */
    static Position fresh(FileIdentity file, int generation, String source) {
        return new Position(file, generation, 0, Digest.NONE, Digest.NONE, source, false);
    }

    Position withHead(Digest newHead) {
        return new Position(file, generation, offset, newHead, tail, source, left);
    }

    Position asLeft() {
        return new Position(file, generation, offset, head, tail, source, true);
    }

    /**
     * Whether enough is known to tell this content from others. Where nothing was delivered the head may be short: it covers
     * all that was read, and a time of day at least.
     */
    boolean isTelling() {
        return offset > 0 ? head.length() > 0 && tail.length() > 0 : head.length() >= LEAST;
    }

    /** Whether nothing is known of it, not even a first byte. */
    boolean isUntouched() {
        return offset == 0 && head.length() == 0;
    }

    boolean tailIsIn(FileChannel channel) throws IOException {
        return tail.isStillAt(channel, offset - tail.length());
    }

    /** Whether a file holds something else by now. */
    boolean isNotIn(FileChannel channel) throws IOException {
        return channel.size() < offset || !head.isStillAt(channel, 0) || !tailIsIn(channel);
    }

    ContentKey key() {
        return new ContentKey(file, generation);
    }
}
