package dev.tracemend.agent.fix;

import dev.tracemend.agent.judge.LadderStep;
import java.util.List;

/**
 * What was shown about a change.
 *
 * @param status {@code verified}, {@code failed}, {@code unverified} or {@code not_reproduced}
 * @param failToPass tests and reproductions that failed before and pass after
 * @param passToPass how many tests passed before and after
 * @param reproducer source of the generated reproduction, may be empty
 * @param sandbox what the candidates ran in, {@code none} where nothing confined them
 * @param steps the ladder in order
 */
public record Proof(
        String status,
        List<String> failToPass,
        int passToPass,
        String reproducer,
        String sandbox,
        List<LadderStep> steps) {

    /** Nothing was shown. */
    public static final Proof NONE = new Proof("unverified", List.of(), 0, "", "none", List.of());

    /** Copies the lists. */
    public Proof {
        failToPass = List.copyOf(failToPass);
        steps = List.copyOf(steps);
    }
}
