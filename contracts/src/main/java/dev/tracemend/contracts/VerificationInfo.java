package dev.tracemend.contracts;

import java.util.List;

/**
 * The proof of a fix.
 *
 * @param status {@code verified}, {@code failed}, {@code unverified} or {@code not_reproduced}
 * @param failToPass tests and reproductions that failed before and pass after
 * @param passToPass how many tests passed before and pass after
 * @param reproducer source of the generated reproduction, may be empty
 * @param sandbox what the candidates ran in, {@code none} if nothing confined them
 * @param steps the ladder, in order
 */
public record VerificationInfo(
        String status,
        List<String> failToPass,
        int passToPass,
        String reproducer,
        String sandbox,
        List<CheckStep> steps) {

    /** Nothing was checked. */
    public static final VerificationInfo NONE = new VerificationInfo("unverified", List.of(), 0, "", "", List.of());

    /** Replaces what is absent by the neutral value. */
    public VerificationInfo {
        status = Absent.text(status);
        failToPass = Absent.list(failToPass);
        reproducer = Absent.text(reproducer);
        sandbox = Absent.text(sandbox);
        steps = Absent.list(steps);
    }
}
