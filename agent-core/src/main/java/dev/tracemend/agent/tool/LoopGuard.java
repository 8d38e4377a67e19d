package dev.tracemend.agent.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sees an agent that goes in circles: the same calls with the same results, singly or in turn (A, A, A or A-B-A-B-A-B). A
 * repeat is fair once the workspace has changed in between, as when tests run again after an edit. One run, one guard; not
 * thread safe.
 */
public final class LoopGuard {
    private static final int LONGEST_CIRCLE = 4;
    private static final int ROUNDS = 3;

    private final List<Step> steps = new ArrayList<>();

    private record Step(String call, int result) {}

    /**
     * Remembers a call that has ended.
     *
     * @param changed whether the workspace is another one since
     */
    public void saw(String tool, String arguments, Observation seen, boolean changed) {
        if (changed) {
            steps.clear();
            return;
        }
        steps.add(new Step(tool + " " + arguments, seen.text().hashCode()));
        if (steps.size() > LONGEST_CIRCLE * ROUNDS) {
            steps.remove(0);
        }
    }

    /** What to tell the model when it goes in a circle; empty while it does not. */
    public Optional<String> warning() {
        for (int length = 1; length <= LONGEST_CIRCLE; length++) {
            if (circles(length)) {
                return Optional.of(
                        "The last " + length * ROUNDS + " calls repeat the same " + (length == 1 ? "call" : "calls")
                                + " with the same results, and nothing has changed in between. Do something else, or"
                                + " finish with what is known.");
            }
        }
        return Optional.empty();
    }

    private boolean circles(int length) {
        int from = steps.size() - length * ROUNDS;
        if (from < 0) {
            return false;
        }
        for (int i = from + length; i < steps.size(); i++) {
            if (!steps.get(i).equals(steps.get(i - length))) {
                return false;
            }
        }
        return true;
    }
}
