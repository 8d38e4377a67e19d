package dev.tracemend.tailer.source;

/** One content that a file has had: a truncated file goes on under the next generation. */
record ContentKey(FileIdentity file, int generation) {}
