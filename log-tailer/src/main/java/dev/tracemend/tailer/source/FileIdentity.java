package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is to the file system, whatever it is called: device and inode. Not unique over time: see generations. */
public record FileIdentity(long device, long inode) {

    /** The identity of the file a path names now, links followed. */
    public static FileIdentity of(Path path) throws IOException {
        return new FileIdentity(
                ((Number) Files.getAttribute(path, "unix:dev")).longValue(),
                ((Number) Files.getAttribute(path, "unix:ino")).longValue());
    }

    /** {@code <device>-<inode>}, as line ids spell it. */
    public String text() {
        return device + "-" + inode;
    }
}
