package dev.tracemend.contracts;

/**
 * Where a fix was delivered.
 *
 * @param resultId the result that proposed it; empty for none
 * @param commit full hash; a later commit that descends from it holds the fix
 * @param pullRequest address of the pull request, may be empty
 * @param ts when, seconds since the epoch
 */
public record AppliedFix(String resultId, String branch, String commit, String pullRequest, double ts) {

    /** Nothing was delivered. */
    public static final AppliedFix NONE = new AppliedFix("", "", "", "", 0);

    /** Replaces what is absent by the neutral value. */
    public AppliedFix {
        resultId = Absent.text(resultId);
        branch = Absent.text(branch);
        commit = Absent.text(commit);
        pullRequest = Absent.text(pullRequest);
        ts = Absent.finite(ts);
    }
}
