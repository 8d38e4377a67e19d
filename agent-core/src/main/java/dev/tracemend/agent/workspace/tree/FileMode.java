package dev.tracemend.agent.workspace.tree;

import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Permission bits as the number that {@code chmod} takes; {@link #NONE} where the file system has no such bits. */
public final class FileMode {
    /** The file system tells no permissions. */
    public static final int NONE = -1;

    private FileMode() {}

    static int bits(Set<PosixFilePermission> mode) {
        int bits = mode.isEmpty() ? NONE : 0;
        for (PosixFilePermission permission : mode) {
            bits |= bit(permission);
        }
        return bits;
    }

    static Set<PosixFilePermission> of(int bits) {
        Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((bits & bit(permission)) != 0) {
                mode.add(permission);
            }
        }
        return mode;
    }

    /** Owner's permissions come first among the constants, and within each of the three: read, write, execute. */
    private static int bit(PosixFilePermission permission) {
        return 0400 >> permission.ordinal();
    }
}
