package dev.tracemend.worker.deliver.pull;

/**
 * A pull or merge request as the server has it.
 *
 * @param number as people name it within the project
 * @param url its page
 * @param head the commit its branch is at; empty once the branch is gone
 * @param body its text, empty where there is none
 * @param createdAt seconds since the epoch
 */
record PullRequest(long number, String url, State state, String branch, String head, String body, long createdAt) {

    /** Where it stands; a merged one is not closed. */
    enum State {
        OPEN,
        CLOSED,
        MERGED
    }
}
