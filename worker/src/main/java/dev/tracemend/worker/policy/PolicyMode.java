package dev.tracemend.worker.policy;

import java.util.Locale;

/** How far a worker may go by itself. */
public enum PolicyMode {
    /** Says what is wrong, and changes nothing. */
    OBSERVE,
    /** Proposes patches and waits for a person. */
    ASK,
    /** Delivers proved patches to a branch of their own; what is not proved is asked for. */
    BRANCH,
    /** The same, and into the branch that is checked out. */
    APPLY;

    /** The word in the policy file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
