package dev.tracemend.agent.edit;

import java.util.List;

/** What a reply holds: its whole blocks in order, and a sentence for each block that could not be read. */
public record ParsedReply(List<SearchReplaceBlock> blocks, List<EditFailure> failures) {

    /** Copies the lists. */
    public ParsedReply {
        blocks = List.copyOf(blocks);
        failures = List.copyOf(failures);
    }
}
