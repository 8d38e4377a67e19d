package dev.tracemend.agent.edit.format;

import java.util.List;

/** One thing that a reply asks for. Lines are without their ends. */
public sealed interface ReplyEdit {

    /** The file as the reply names it; empty where it names none. */
    String path();

    /** 1-based line of the reply where it begins. */
    int line();

    /** These lines become those; without lines to search for, the new ones are added where the hints say, or at the end. */
    record Replace(String path, int line, List<String> search, List<String> replace, Hints hints) implements ReplyEdit {
        /** Copies the lines. */
        public Replace {
            search = List.copyOf(search);
            replace = List.copyOf(replace);
        }
    }

    /** A string becomes another, at exactly {@code count} places; at one or more where {@code count} is 0. */
    record Substitute(String path, int line, String search, String replacement, int count) implements ReplyEdit {}

    /**
     * The file is to have these lines.
     *
     * @param fresh whether it must not be there yet
     * @param closed whether the last line has an end
     */
    record Content(String path, int line, List<String> lines, boolean fresh, boolean closed) implements ReplyEdit {
        /** Copies the lines. */
        public Content {
            lines = List.copyOf(lines);
        }
    }

    /** The file is to go; where {@code lines} are given, only if it has these. */
    record Delete(String path, int line, List<String> lines) implements ReplyEdit {
        /** Copies the lines. */
        public Delete {
            lines = List.copyOf(lines);
        }
    }

    /** The file {@code from} gets the name {@code path}; a copy leaves {@code from} where it is. */
    record Rename(String path, int line, String from, boolean copy) implements ReplyEdit {}

    /** The file gets these permission bits. */
    record Mode(String path, int line, int bits) implements ReplyEdit {}

    /** Something that begins like an edit and cannot be read. */
    record Unreadable(String path, int line, String why) implements ReplyEdit {}
}
