package dev.tracemend.worker.deliver;

/** What became of a {@link Proposal}. */
public sealed interface Delivered {

    /** Nothing is set up that takes patches; the reason is a sentence. */
    record Nowhere(String reason) implements Delivered {}

    /** It is a commit on a branch. */
    record OnBranch(String branch, String commit) implements Delivered {}

    /** It is a commit on a branch, with a pull request. */
    record AsPullRequest(String branch, String commit, String address) implements Delivered {}

    /** Not now; the reason is a sentence. It is tried again later. */
    record NotYet(String reason) implements Delivered {}

    /** Never: a person closed it, or the patch does not fit any more. The reason is a sentence. */
    record Impossible(String reason) implements Delivered {}
}
