package dev.tracemend.tailer.source;

/**
 * How far one file has been delivered.
 *
 * @param generation rises whenever the content behind the same device and inode proves new
 * @param offset everything before it has been acknowledged
 * @param head of the file's first bytes, to notice new content
 * @param tail of the bytes before {@code offset}, for the same reason
 * @param source the path under which the file was first seen; the key of its lines
 */
record Position(FileIdentity file, int generation, long offset, Digest head, Digest tail, String source) {
    Position {
        if (generation < 0 || offset < 0 || tail.length() > offset) {
            throw new IllegalArgumentException("no position: generation " + generation + ", offset " + offset);
        }
    }
}
