package dev.tracemend.agent.workspace.tree;

/** A file of the workspace may not or cannot be read or written; nothing was changed. The message says what to do. */
public final class WorkspaceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String path;

    /** The kinds of refusal. */
    public enum Reason {
        /** The path leaves the workspace, or is git's or tracemend's own. */
        OUTSIDE_WORKSPACE,
        /** There is no such file. */
        NOT_FOUND,
        /** Something is there that is no ordinary file: a folder, a link that may not be followed, a device. */
        NOT_A_FILE,
        /** The file or the whole change is larger than the limit. */
        TOO_LARGE,
        /** The file holds bytes that no text has. */
        BINARY,
        /** A file is to be edited that was not read before. */
        NOT_READ,
        /** The file has other bytes than those the change was planned on. */
        FILE_CHANGED,
        /** Two changes are for the same file. */
        CONFLICT,
        /** Another process is writing. */
        BUSY,
        /** The file system refused. */
        FAILED
    }

    /** Says which file, in words for a person and for a model. */
    public WorkspaceException(Reason reason, String path, String message) {
        super(message);
        this.reason = reason;
        this.path = path;
    }

    /** Which kind of refusal it is. */
    public Reason reason() {
        return reason;
    }

    /** The path as it was asked for; empty where the whole workspace is meant. */
    public String path() {
        return path;
    }
}
