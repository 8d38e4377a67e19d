package dev.tracemend.agent.workspace.tree;

/** One name in a folder and what stands under it, links not followed. */
public record TreeEntry(String name, Kind kind) {

    /** What a name can stand for. */
    public enum Kind {
        /** An ordinary file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link, wherever it leads. */
        LINK,
        /** A device, a pipe, a socket. */
        OTHER;

        static Kind of(FileStat.Kind kind) {
            return valueOf(kind.name());
        }
    }
}
