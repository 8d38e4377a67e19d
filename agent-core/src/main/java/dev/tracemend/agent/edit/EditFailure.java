package dev.tracemend.agent.edit;

/**
 * Why one block was refused.
 *
 * @param block 1-based number of the block within the reply
 * @param path the file it names, may be empty
 * @param message what was wrong and what to send instead; bounded, fit for a person and for a model
 */
public record EditFailure(int block, String path, Reason reason, String message) {

    /** The kinds of refusal. */
    public enum Reason {
        /** The block's markers or its file name are missing or out of order. */
        MALFORMED,
        /** The path leaves the checkout, or names a file that is not to be edited. */
        OUTSIDE_WORKSPACE,
        /** The file has no such lines. */
        NO_MATCH,
        /** The file has such lines at several places. */
        AMBIGUOUS,
        /** The file holds the replacement already. */
        ALREADY_APPLIED,
        /** The block changes nothing, or touches lines that another block changes. */
        CONFLICT,
        /** The file has other bytes by now than those that the block was placed in. */
        FILE_CHANGED
    }

    @Override
    public String toString() {
        return "block " + block + (path.isEmpty() ? "" : " (" + path + ")") + ": " + message;
    }
}
