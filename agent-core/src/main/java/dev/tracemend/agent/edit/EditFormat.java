package dev.tracemend.agent.edit;

/** The forms in which a reply may give its edits. */
public enum EditFormat {
    /** Whatever the reply holds, found out block by block. */
    AUTO,
    /** SEARCH/REPLACE blocks, the file's name above the fence. */
    DIFF,
    /** SEARCH/REPLACE blocks, the file's name inside the fence. */
    DIFF_FENCED,
    /** Listings of whole files. */
    WHOLE,
    /** Unified and git diffs. */
    UDIFF,
    /** {@code *** Begin Patch} envelopes. */
    V4A,
    /** Tool calls as JSON that replace one string by another. */
    STR_REPLACE
}
