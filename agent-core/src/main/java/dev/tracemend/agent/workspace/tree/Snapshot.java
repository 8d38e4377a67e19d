package dev.tracemend.agent.workspace.tree;

/**
 * A file as it was read.
 *
 * @param stamp changes whenever the file is written or replaced, as far as its file system tells
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would double the memory
public record Snapshot(byte[] bytes, FileVersion version, String stamp) {}
