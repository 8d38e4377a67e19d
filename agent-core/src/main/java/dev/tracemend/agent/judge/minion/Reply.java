package dev.tracemend.agent.judge.minion;

import java.util.List;

/** What the child JVM answers. */
public sealed interface Reply {

    /** The answer to {@link Job.Load}, and the first word of a new child. */
    record Ready(String java) implements Reply {}

    /** The answer to {@link Job.Find}. */
    record Found(SearchResult result) implements Reply {}

    /**
     * The answer to {@link Job.Run}: outcomes in order, fewer than asked for when it was stopped.
     *
     * @param ticks the most that one of them took
     */
    record Ran(List<Outcome> outcomes, long ticks) implements Reply {}

    /**
     * The answer to {@link Job.Test}, and to {@link Job.Try}.
     *
     * @param problem why not all were run; empty if they were
     * @param most the most that one of them took
     */
    record Tested(List<TestOutcome> outcomes, String problem, Effort most) implements Reply {}

    /** A whole answer of a child that must not be used again: something of the tested code goes on in it. */
    record Spoiled(Reply whole) implements Reply {}

    /** The answer to {@link Job.Cover}: for each outcome the numbers of the probes reached, with commas between. */
    record Covered(List<TestOutcome> outcomes, List<String> hits) implements Reply {}

    /** The job could not be done at all. */
    record Broken(String why) implements Reply {}

    /**
     * Work that was stopped by its time limit, or because the tested code ended the JVM; the child must not be used again.
     *
     * @param inside the member or test that did not come back
     */
    record Stopped(String inside, Reply partial) implements Reply {}
}
