package dev.tracemend.agent.judge.minion;

import java.util.List;

/**
 * What running a scenario showed.
 *
 * @param ending how it ended
 * @param step the step that ended it
 * @param seen the result and the state of the objects involved, as bounded text; when it threw, the head of the trace
 * @param chain the exceptions, outermost first; empty unless it threw
 */
public record Outcome(Ending ending, int step, String seen, List<Thrown> chain) {

    /** How a scenario can end; {@code INVALID}: it names a member that does not exist or is not fit. */
    public enum Ending {
        RETURNED,
        THREW,
        HUNG,
        INVALID
    }

    /** Copies the chain. */
    public Outcome {
        chain = List.copyOf(chain);
    }

    /** One exception with the innermost frame of the project's own code; that frame's texts are empty if there is none. */
    public record Thrown(String type, String message, String className, String method, int line) {}

    /** Whether both ended in the same way with the same things to see; lines of frames do not count. */
    public boolean sameAs(Outcome other) {
        if (ending != other.ending || step != other.step) {
            return false;
        }
        return ending == Ending.THREW
                ? chain.get(0).type().equals(other.chain.get(0).type())
                : seen.equals(other.seen);
    }
}
