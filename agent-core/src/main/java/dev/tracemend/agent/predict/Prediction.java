package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An output with all that the model said for it.
 *
 * @param value the typed output
 * @param fields every output field, also those that a module added, such as {@code reasoning}
 */
public record Prediction<O>(O value, ObjectNode fields) {}
