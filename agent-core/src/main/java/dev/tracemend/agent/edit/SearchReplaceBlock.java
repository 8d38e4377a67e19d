package dev.tracemend.agent.edit;

import java.util.List;

/**
 * One block of a reply: these lines of a file are to become those. Lines are without their ends.
 *
 * @param path as the reply names the file; empty where it names none
 * @param line 1-based line of the reply where the block begins
 */
public record SearchReplaceBlock(String path, List<String> search, List<String> replace, int line) {

    /** Copies the lines. */
    public SearchReplaceBlock {
        search = List.copyOf(search);
        replace = List.copyOf(replace);
    }
}
