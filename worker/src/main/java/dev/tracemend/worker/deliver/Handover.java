package dev.tracemend.worker.deliver;

/**
 * Takes a settled patch out of the worker: to a branch, a webhook, a pull request. Called on a thread of the work, never
 * on one that keeps a place in a group, so it may take minutes; several threads may call at once.
 *
 * <p>It is called before what it says is written to the topics. A worker that dies in between makes the next one call
 * again with the same result id: the same patch must then end in the same branch, commit and pull request.
 */
@FunctionalInterface
public interface Handover {

    /** Delivers; an exception counts as {@link Delivered.NotYet}. */
    Delivered deliver(Proposal proposal);

    /** Takes nothing: patches are shown in the results alone. */
    static Handover nowhere() {
        return proposal -> new Delivered.Nowhere("no delivery is set up");
    }
}
