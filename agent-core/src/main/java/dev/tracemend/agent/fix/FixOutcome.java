package dev.tracemend.agent.fix;

/** How the work on one task ended; each carries the report, and a change only where there is one. */
public sealed interface FixOutcome {

    /** What was found out on the way. */
    FixReport report();

    /** A change that was proved. */
    record Verified(FixReport report, Change change, Proof proof) implements FixOutcome {}

    /** A change that could not be proved; the proof says what is missing. */
    record Proposed(FixReport report, Change change, Proof proof) implements FixOutcome {}

    /** The cause is told; the code is not the place to mend it. */
    record Diagnosed(FixReport report) implements FixOutcome {}

    /** No candidate survived the judge, or nothing could be tried; the report says why. */
    record NoFixFound(FixReport report, Proof proof) implements FixOutcome {}
}
