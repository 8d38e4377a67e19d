/**
 * From files to lines: which files a glob names, whether a file is still the one we knew (device, inode, and a generation
 * that rises when its content proves new), its complete lines with their byte offsets, and the registry of positions.
 */
@NullMarked
package dev.tracemend.tailer.source;

import org.jspecify.annotations.NullMarked;
