package dev.tracemend.contracts;

/**
 * One rung of the judge's ladder.
 *
 * @param name {@code compile}, {@code reproduce}, {@code tests}, {@code perturb}, …
 * @param passed whether it held
 * @param detail what was seen, in a sentence
 * @param seconds wall time
 */
public record CheckStep(String name, boolean passed, String detail, double seconds) {

    /** Replaces what is absent by the neutral value. */
    public CheckStep {
        name = Absent.text(name);
        detail = Absent.text(detail);
        seconds = Absent.finite(seconds);
    }
}
