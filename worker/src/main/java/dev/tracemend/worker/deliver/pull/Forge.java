package dev.tracemend.worker.deliver.pull;

import java.util.List;

/** One project on a server that takes pull requests; every call may throw {@link ForgeException}. */
interface Forge {
    /** Longest body the server takes, in characters. */
    int LONGEST_BODY = 60_000;

    /** All of one branch, open or not, newest first. */
    List<PullRequest> of(String branch);

    /** How many from branches {@code tracemend/…} were opened since a time, in seconds since the epoch. */
    int openedSince(long time);

    /** The branch a pull request goes to where nothing else is said. */
    String defaultBranch();

    /** Opens a draft. */
    PullRequest open(String branch, String target, String title, String body);

    /** Replaces the body, and nothing else: state, title and reviewers are people's. */
    PullRequest update(PullRequest existing, String body);

    /** The name that goes with the token where git asks for one. */
    String gitUser();
}
