package dev.tracemend.tailer.source;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Takes what a walk through folders finds. */
interface FileListing {
    /** Whether to look into this folder. */
    boolean folder(Path folder);

    void file(Path file, BasicFileAttributes attributes, Route route);
}
