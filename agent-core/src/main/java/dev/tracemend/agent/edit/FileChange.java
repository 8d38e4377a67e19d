package dev.tracemend.agent.edit;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of one file: its bytes before, as they were read when the change was planned, and its bytes after. A file
 * that is created has no bytes before, a deleted one none after.
 *
 * @param path relative to the root, with {@code /}; of a renamed file the new path
 * @param from the old path of a renamed file
 * @param before the bytes that the plan was made on; a file that has others by now is not touched
 * @param after the bytes to write
 * @param mode the permission bits to set (such as {@code 0755}), where the reply asked for any
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copies would double the memory of a large change
public record FileChange(
        String path, Optional<String> from, Optional<byte[]> before, Optional<byte[]> after, OptionalInt mode) {}
