package dev.tracemend.logs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether an event is worth a person's time, and why.
 *
 * @param score the sum of all weights; an error from {@link #LEAST} on
 * @param weights what spoke for it and against it, the strongest first
 */
public record ErrorVerdict(int score, List<Weight> weights) {
    /** The least score of an error. */
    public static final int LEAST = 50;

    /** Copies the weights. */
    public ErrorVerdict {
        weights = List.copyOf(weights);
    }

    /** One reason, such as {@code level ERROR}, and how much it weighs. */
    public record Weight(String reason, int points) {}

    /** Whether it is an error. */
    public boolean isError() {
        return score >= LEAST;
    }

    /** The reason that weighs most, for a person; empty if it is no error. */
    public String why() {
        return isError() && !weights.isEmpty() ? weights.get(0).reason() : "";
    }

    /** All reasons with their points: {@code 80: level ERROR +80}. */
    public String explain() {
        return score + ": "
                + weights.stream()
                        .map(each -> each.reason() + (each.points() < 0 ? " " : " +") + each.points())
                        .collect(Collectors.joining(", "));
    }
}
