/**
 * From files to lines. {@link dev.tracemend.tailer.source.Following} is the door: it finds the files that globs and folders
 * name ({@code LogFiles}), is woken by the system where that tells ({@code FolderWatch}), and says which may have something
 * new. A {@code FileFollower} reads one of them through rename, truncation and replacement: a file is its device and inode,
 * and a generation that rises when its content proves new; what a copy, a renamed file or an archive still holds of the old
 * content ({@code Remains}) is read first, under the old ids. {@code LineFeed} makes lines of bytes: encodings, container
 * formats, limits. How far everything has arrived stands in the {@code PositionRegistry}, a snapshot with a journal.
 */
@NullMarked
package dev.tracemend.tailer.source;

import org.jspecify.annotations.NullMarked;
