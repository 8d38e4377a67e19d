package dev.tracemend.agent.edit.format;

import java.util.List;

/** Reads one form of edits. */
interface BlockReader {

    /** Whether an edit of this form begins at this line. */
    boolean begins(ReplyLines reply, int line);

    /**
     * Reads what begins at {@code line} and adds it to {@code into}.
     *
     * @return the first line that belongs to it no more, always greater than {@code line}
     */
    int read(ReplyLines reply, int line, List<ReplyEdit> into);
}
