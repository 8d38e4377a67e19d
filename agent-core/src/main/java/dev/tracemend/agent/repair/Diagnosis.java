package dev.tracemend.agent.repair;

import java.util.List;

/**
 * Why a failure happened, in words.
 *
 * @param cause one or two sentences for a person
 * @param confidence that this is the cause, 0 to 1
 * @param plan what is to be done, a step a line
 * @param evidence {@code path:line} references into the checkout, the throwing place first
 * @param editable whether the code is the place to mend it; where not (an outage, missing configuration, a request refused
 *     on purpose), nothing must be edited
 */
public record Diagnosis(String cause, double confidence, List<String> plan, List<String> evidence, boolean editable) {

    /** Copies the lists. */
    public Diagnosis {
        plan = List.copyOf(plan);
        evidence = List.copyOf(evidence);
    }
}
