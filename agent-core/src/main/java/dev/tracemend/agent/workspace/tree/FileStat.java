package dev.tracemend.agent.workspace.tree;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * What stands under a name, links not followed.
 *
 * @param identity tells one file from another that took its name, as far as the file system can
 */
record FileStat(Kind kind, long size, FileTime modified, Set<PosixFilePermission> mode, String identity) {

    /** What a name can stand for. */
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    FileStat {
        mode = Set.copyOf(mode);
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }
}
