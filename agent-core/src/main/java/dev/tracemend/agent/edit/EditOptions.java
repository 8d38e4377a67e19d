package dev.tracemend.agent.edit;

import java.util.List;

/**
 * How a reply is to be read and placed.
 *
 * @param format the form to look for; AUTO takes every form
 * @param scope which files may be edited
 * @param firstMatch of several equal places take the first, as aider does, instead of refusing the block
 * @param partial keep what was placed when other blocks are refused, instead of changing nothing
 */
public record EditOptions(EditFormat format, EditScope scope, boolean firstMatch, boolean partial) {

    /** Every form, every file, several places refused, all or nothing. */
    public static EditOptions defaults() {
        return new EditOptions(EditFormat.AUTO, new EditScope(List.of()), false, false);
    }
}
