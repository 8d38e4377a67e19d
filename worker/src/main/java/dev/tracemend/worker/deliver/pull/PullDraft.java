package dev.tracemend.worker.deliver.pull;

/**
 * What is to become a pull request.
 *
 * @param fingerprint the cause; there is one open pull request for it
 * @param branch the local branch, {@code tracemend/<fingerprint>-<n>}
 * @param commit at its tip, a full hash
 * @param target the branch it is for; empty for the project's own choice
 * @param text what it says
 * @param anew whether it may be opened although a person closed one of an earlier branch, since a person asks for this one
 */
public record PullDraft(
        String fingerprint, String branch, String commit, String target, PullText.Worded text, boolean anew) {

    /** Rejects a branch that is none of ours. */
    public PullDraft {
        if (!branch.matches("tracemend/[A-Za-z0-9_-]+-\\d{1,8}")) {
            throw new IllegalArgumentException("not a branch of a fix: " + branch);
        }
    }

    /** The branch's number, from 1. */
    int ordinal() {
        return Integer.parseInt(branch.substring(branch.lastIndexOf('-') + 1));
    }

    /** The branch of another number. */
    String branch(int ordinal) {
        return branch.substring(0, branch.lastIndexOf('-') + 1) + ordinal;
    }
}
