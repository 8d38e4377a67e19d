package dev.tracemend.contracts;

/** What the fix was made against: the checkout's commit (full hash) and its branch (empty when detached). */
public record GitBase(String base, String branch) {

    /** No repository was involved. */
    public static final GitBase NONE = new GitBase("", "");

    /** Replaces what is absent by the neutral value. */
    public GitBase {
        base = Absent.text(base);
        branch = Absent.text(branch);
    }
}
