package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An example of inputs and outputs that is shown to the model.
 *
 * @param values by field name; one that lacks some field is shown as incomplete
 * @param augmented whether an optimizer made it out of a run, rather than a person
 */
public record Demo(ObjectNode values, boolean augmented) {

    /** An example that a person gave. */
    public static Demo of(ObjectNode values) {
        return new Demo(values, false);
    }
}
