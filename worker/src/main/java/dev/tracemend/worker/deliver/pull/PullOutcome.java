package dev.tracemend.worker.deliver.pull;

import java.time.Duration;
import java.util.Optional;

/** What became of a draft on the server. */
public sealed interface PullOutcome {
    /** There is a new pull request. */
    record Opened(String url, String branch) implements PullOutcome {}

    /** The open one has the new text, and the new commit where that differs. */
    record Updated(String url, String branch) implements PullOutcome {}

    /** A person closed it without merging: that is a refusal, and nothing was changed. */
    record ClosedByPerson(String url) implements PullOutcome {}

    /**
     * Nothing was opened, and nothing is wrong: a person works on the branch, or today's number is reached.
     *
     * @param later whether it may be opened another day
     */
    record LeftAlone(String why, boolean later) implements PullOutcome {}

    /**
     * The server or git refused.
     *
     * @param message the place and the remedy, without the token
     * @param retriable whether it may go well later
     * @param retryAfter how long the server wants to be left alone; empty where it does not say
     */
    record NotTaken(String message, boolean retriable, Optional<Duration> retryAfter) implements PullOutcome {}
}
