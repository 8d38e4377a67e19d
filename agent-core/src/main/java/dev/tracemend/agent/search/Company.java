package dev.tracemend.agent.search;

/** Others who propose changes beside the rules and put them before the same judge, models for example. */
public interface Company {
    /** Nobody else. */
    Company NONE = (search, ruling) -> false;

    /**
     * A turn between two candidates of the rules, or after them; it may {@link RepairSearch#judge} what it has.
     *
     * @param ruling whether the rules go on after it
     * @return whether another turn is wanted once the rules are through
     */
    boolean turn(RepairSearch search, boolean ruling);

    /** Hears the verdict on every candidate, whosever it was. */
    default void judged(Judged one) {}

    /** Takes its leave, before what passed is ranked; it may {@link RepairSearch#demote} some. */
    default void end(RepairSearch search) {}
}
