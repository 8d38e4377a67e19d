package dev.tracemend.tailer.source;

import dev.tracemend.tailer.event.LineFlags;
import java.io.IOException;

/** One source that is being read: a file, or a stream. Not thread-safe. */
public sealed interface Follower extends AutoCloseable permits FileFollower, StreamFollower, ContainerFollower {

    /** Takes what {@link #read} finds. */
    interface Sink {
        /** What lies in a file where its reading begins, at most a chunk, before the lines of it come one by one. */
        default void ahead(byte[] bytes, int from, int to) {}

        /** A complete line of this generation: where its text (UTF-8, without its end) lies until the call returns. */
        void line(byte[] text, int from, int to, long start, long end);

        /** A line that its source has ended without a line end. */
        default void unterminated(byte[] text, int from, int to, long start, long end) {
            line(text, from, to, start, end);
        }

        /** What follows is other content: whatever was still open is complete. */
        void newGeneration(int generation);
    }

    /** Reads at most one chunk; whether there was anything. */
    boolean read(Sink sink) throws IOException;

    /** Nothing more is expected: gives the last line though it has no end. */
    void finish(Sink sink);

    /** The registry's entry once everything before {@code offset} has been acknowledged. */
    void remember(int ofGeneration, long offset);

    /** An event ends here only for the time it had waited: the lines behind are none of its own, also when read again. */
    default void cut(int ofGeneration, long offset) {}

    /** The first such place behind an offset; the largest number where there is none. */
    default long cutAfter(int ofGeneration, long offset) {
        return Long.MAX_VALUE;
    }

    /** Goes back to where everything had been acknowledged. */
    void rewind() throws IOException;

    /** How the ids of its lines name it: {@code <device>-<inode>}, or a stream's own. */
    String idText();

    /** The path under which the file was first seen, or the stream's name; the key of its lines. */
    String source();

    /** Which content is being read. */
    int generation();

    /** Where reading goes on. */
    long start();

    /** Bytes of the content as it is now, read or not. */
    long size() throws IOException;

    /** A content and how long it is. */
    record Newest(int generation, long size) {}

    /** What is read last of all that there is now. */
    default Newest newest() throws IOException {
        return new Newest(generation(), size());
    }

    /** Whether what was read ends in a line without its end. */
    boolean hasOpenLine();

    /** Whether it has ended for good, and all of it was read. */
    default boolean isOver() {
        return false;
    }

    /** Whether there is a file that can be read again. */
    default boolean hasFile() {
        return this instanceof FileFollower;
    }

    /** What there is to say of the line that is given next. */
    LineFlags flags();

    /** Where its lines go and what they are said to be of. */
    Route route();

    @Override
    void close();
}
