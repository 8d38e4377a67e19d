package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** What a file is to the file system, whatever it is called: device and inode. Not unique over time: see generations. */
public record FileIdentity(long device, long inode) {

    /** The identity of the file a path names now, links followed. */
    public static FileIdentity of(Path path) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(path, "unix:dev,ino");
        return new FileIdentity(number(attributes, "dev"), number(attributes, "ino"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }

    /** {@code <device>-<inode>}, as line ids spell it. */
    public String text() {
        return device + "-" + inode;
    }
}
