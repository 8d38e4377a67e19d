package dev.tracemend.agent.edit.format;

/** The forms that are read by different rules. */
public enum ReplyForm {
    /** SEARCH/REPLACE blocks. */
    DIFF,
    /** Unified and git diffs. */
    UDIFF,
    /** {@code *** Begin Patch} envelopes. */
    V4A,
    /** Tool calls as JSON. */
    STR_REPLACE,
    /** Listings of whole files. */
    WHOLE
}
