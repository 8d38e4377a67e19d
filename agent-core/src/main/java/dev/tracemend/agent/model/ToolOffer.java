package dev.tracemend.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A tool that the model may ask for; {@code schema} is the JSON Schema of its arguments, an object. */
public record ToolOffer(String name, String description, ObjectNode schema) {}
