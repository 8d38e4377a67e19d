package dev.tracemend.tailer.source;

import java.nio.file.Path;

/** A file that a look has found: its name, what it is to the file system, and where its lines go. */
record FoundFile(Path path, FileIdentity identity, Route route) {}
