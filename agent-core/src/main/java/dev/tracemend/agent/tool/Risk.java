package dev.tracemend.agent.tool;

/** What a tool can do to the world. */
public enum Risk {
    /** Looks and changes nothing. */
    READ_ONLY,
    /** Changes files or runs programs within the workspace. */
    MUTATING,
    /** Reaches beyond the machine. */
    NETWORK
}
